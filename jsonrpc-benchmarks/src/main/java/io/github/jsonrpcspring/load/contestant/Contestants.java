package io.github.jsonrpcspring.load.contestant;

import java.util.List;

/**
 * All contestants. Each has connections enough: up to {@value #MOST_CONNECTIONS}.
 *
 * @since 0.1.0
 */
public final class Contestants {

	/** How many calls a batch has. */
	public static final int BATCH_SIZE = 100;

	/** The peer that must be left behind. */
	public static final String JSONRPC4J = "jsonrpc4j";

	static final int MOST_CONNECTIONS = 500;

	private static final String WEB_CLIENT = "by hand: WebClient";

	private static final String REACTIVE_WEB_CLIENT = "by hand: WebClient, reactive";

	private static final String WEB_CLIENT_BATCH = "by hand: batch, WebClient";

	static final String REST_CLIENT = "by hand: RestClient";

	private static final String REST_CLIENT_BATCH = "by hand: batch, RestClient";

	private Contestants() {
	}

	/**
	 * Return all contestants.
	 * @return the contestants, in the order of the report
	 */
	public static List<Contestant> all() {
		return List.of(
				Contestant.ours("reactive template", REACTIVE_WEB_CLIENT,
						(uri) -> Ours.reactive(Ours.onWebClient(uri))),
				Contestant.ours("template, WebClient", WEB_CLIENT, (uri) -> Ours.blocking(Ours.onWebClient(uri))),
				Contestant.ours("template, RestClient", REST_CLIENT, (uri) -> Ours.blocking(Ours.onRestClient(uri))),
				Contestant.ours("proxy, WebClient", WEB_CLIENT, (uri) -> Ours.proxy(Ours.onWebClient(uri))),
				Contestant.ours("proxy, RestClient", REST_CLIENT, (uri) -> Ours.proxy(Ours.onRestClient(uri))),
				Contestant.ourBatch("batch, WebClient", WEB_CLIENT_BATCH, (uri) -> Ours.batch(Ours.onWebClient(uri))),
				Contestant.ourBatch("batch, RestClient", REST_CLIENT_BATCH,
						(uri) -> Ours.batch(Ours.onRestClient(uri))),
				Contestant.peer(JSONRPC4J, Jsonrpc4jClient::new), Contestant.peer("web3j", Web3jClient::new),
				Contestant.peer("simple-json-rpc", SimpleJsonRpcClient::new),
				Contestant.limit(REACTIVE_WEB_CLIENT, (uri) -> new HandWrittenWebClient(uri).reactive()),
				Contestant.limit(WEB_CLIENT, (uri) -> new HandWrittenWebClient(uri).blocking()),
				Contestant.limit(REST_CLIENT, (uri) -> new HandWrittenRestClient(uri).blocking()),
				Contestant.limit("by hand: Reactor Netty", HandWrittenReactorNetty::new),
				Contestant.batchLimit(WEB_CLIENT_BATCH, (uri) -> new HandWrittenWebClient(uri).batch()),
				Contestant.batchLimit(REST_CLIENT_BATCH, (uri) -> new HandWrittenRestClient(uri).batch()));
	}

}
