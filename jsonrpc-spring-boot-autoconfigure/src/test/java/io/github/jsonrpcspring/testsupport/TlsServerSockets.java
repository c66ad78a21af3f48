package io.github.jsonrpcspring.testsupport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;

/**
 * Makes sockets that speak one version of TLS only, and want a certificate of the client
 * if there is an authority that they trust.
 */
public final class TlsServerSockets extends ServerSocketFactory {

	private final String protocol;

	private final TestCertificate certificate;

	private final TestCertificate[] trusted;

	/**
	 * Create a factory.
	 * @param protocol the version of TLS
	 * @param certificate the certificate of the server
	 * @param trusted the authorities of the certificates of clients
	 */
	public TlsServerSockets(String protocol, TestCertificate certificate, TestCertificate... trusted) {
		this.protocol = protocol;
		this.certificate = certificate;
		this.trusted = trusted;
	}

	@Override
	public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
		SSLServerSocket socket = (SSLServerSocket) this.certificate.serverContext(this.trusted)
			.getServerSocketFactory()
			.createServerSocket(port, backlog, address);
		socket.setEnabledProtocols(new String[] { this.protocol });
		socket.setNeedClientAuth(this.trusted.length > 0);
		return socket;
	}

	@Override
	public ServerSocket createServerSocket(int port) throws IOException {
		return createServerSocket(port, 0);
	}

	@Override
	public ServerSocket createServerSocket(int port, int backlog) throws IOException {
		return createServerSocket(port, backlog, InetAddress.getLoopbackAddress());
	}

}
