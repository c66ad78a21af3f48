package io.github.jsonrpcspring.integration;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.jsonrpcspring.client.JsonRpcErrorException;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.integration.application.Connector;
import io.github.jsonrpcspring.integration.application.Target;
import io.github.jsonrpcspring.integration.server.RealServer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ParameterizedTypeReference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What one does with an Ethereum node.
 */
@ExtendWith(RealServersExtension.class)
class NodeIT {

	private static final Duration MINED = Duration.ofSeconds(60);

	@ParameterizedTest
	@EnumSource(Connector.class)
	void transactionMovesMoney(Connector connector, Applications applications) throws Exception {
		JsonRpcTemplate node = applications.clients(new Target(RealServer.ANVIL, connector)).blocking();
		List<String> accounts = node.request("eth_accounts", new ParameterizedTypeReference<List<String>>() {
		});
		assertThat(accounts).hasSize(3).startsWith(Calls.ACCOUNT);
		BigInteger before = balance(node, accounts.get(1));
		String hash = node.request("eth_sendTransaction", String.class,
				Map.of("from", accounts.get(0), "to", accounts.get(1), "value", "0xde0b6b3a7640000"));
		JsonNode receipt = receipt(node, hash);
		assertThat(receipt.path("transactionHash").stringValue()).isEqualTo(hash);
		assertThat(receipt.path("status").stringValue()).isEqualTo("0x1");
		assertThat(balance(node, accounts.get(1))).isEqualTo(before.add(BigInteger.TEN.pow(18)));
	}

	@ParameterizedTest
	@EnumSource(Connector.class)
	void minedBlockIsTheLatest(Connector connector, Applications applications) throws Exception {
		JsonRpcTemplate node = applications.clients(new Target(RealServer.ANVIL, connector)).blocking("strict");
		long before = Long.decode(node.request("eth_blockNumber", String.class));
		node.call("evm_mine");
		JsonNode block = node.request("eth_getBlockByNumber", JsonNode.class, "latest", true);
		assertThat(Long.decode(block.path("number").stringValue())).isEqualTo(before + 1);
	}

	@ParameterizedTest
	@EnumSource(Connector.class)
	void transactionThatIsRefusedSaysWhy(Connector connector, Applications applications) throws Exception {
		JsonRpcTemplate node = applications.clients(new Target(RealServer.ANVIL, connector)).blocking();
		assertThatExceptionOfType(JsonRpcErrorException.class)
			.isThrownBy(() -> node.call("eth_sendTransaction",
					Map.of("from", Calls.ACCOUNT, "to", Calls.ACCOUNT, "value", "0x" + "f".repeat(40))))
			.satisfies((ex) -> assertThat(ex.errorMessage()).containsIgnoringCase("insufficient funds"));
	}

	/**
	 * Wait for the receipt: the node answers with the hash before it has mined the block,
	 * and with {@code null} until then.
	 */
	private static JsonNode receipt(JsonRpcTemplate node, String hash) throws InterruptedException {
		long start = System.nanoTime();
		while (true) {
			JsonNode receipt = node.request("eth_getTransactionReceipt", JsonNode.class, hash);
			if (receipt != null && !receipt.isNull()) {
				return receipt;
			}
			assertThat(Duration.ofNanos(System.nanoTime() - start)).as("time without a receipt").isLessThan(MINED);
			Thread.sleep(10);
		}
	}

	private static BigInteger balance(JsonRpcTemplate node, String account) {
		return new BigInteger(node.request("eth_getBalance", String.class, account, "latest").substring(2), 16);
	}

}
