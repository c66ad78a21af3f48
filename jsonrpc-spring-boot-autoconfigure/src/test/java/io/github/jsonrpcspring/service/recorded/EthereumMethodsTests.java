package io.github.jsonrpcspring.service.recorded;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

import io.github.jsonrpcspring.client.JsonRpcErrorException;
import io.github.jsonrpcspring.client.JsonRpcInvalidParamsException;
import io.github.jsonrpcspring.client.JsonRpcMethodNotFoundException;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.service.JsonRpcServiceProxyFactory;
import io.github.jsonrpcspring.service.recorded.EthereumData.Block;
import io.github.jsonrpcspring.service.recorded.EthereumData.FeeHistory;
import io.github.jsonrpcspring.service.recorded.EthereumData.Log;
import io.github.jsonrpcspring.service.recorded.EthereumData.LogFilter;
import io.github.jsonrpcspring.service.recorded.EthereumData.Proof;
import io.github.jsonrpcspring.service.recorded.EthereumData.Receipt;
import io.github.jsonrpcspring.service.recorded.EthereumData.StorageProof;
import io.github.jsonrpcspring.service.recorded.EthereumData.Transaction;
import io.github.jsonrpcspring.service.recorded.EthereumData.TransactionRequest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Every method of {@link Ethereum} against what a real node answered.
 */
class EthereumMethodsTests {

	private static final String ALICE = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";

	private static final String BOB = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";

	private static final String CONTRACT = "0x5fbdb2315678afecb367f032d93f642f64180aa3";

	private static final String CODE = "0x36600f5760005460005260206000f35b60003580600055600052337f"
			+ "c53a6612a7428e1fc89cb87169d69d64eaefe94f5b45d43f80f1ad9d7065d2c860206000a200";

	private static final String DEPLOYMENT = "0x602a6000556042601160003960426000f3" + CODE.substring(2);

	private static final String DEPLOYED = "0x7d433898dfc2189ba0d997121f46b5095d6cd1f584b574cc5e8073264d3ff28f";

	private static final String STORED = "0xd5234e23c3048ec611a8a2d624805b0b83da773892fc983e2655ef328c24d83c";

	private static final String PAID = "0xfbdf38da6f861ac02803b76da2f03c95f1845b5a06eb89cc8308f1985ead7576";

	private static final String BLOCK_2 = "0x047331f5db39c8ede61d9bb74a171cb1226543ad0f799db4df9e2d2c08ae9b1c";

	private static final String BLOCK_3 = "0xeb7a78b1fdf9ef0bf4d28cb9fb0f7a41a7d339306195b007598fe5d6a4aae183";

	private static final BigInteger TIME = BigInteger.valueOf(1795323935);

	private static final BigInteger PRIORITY_FEE = number(1_000_000_000);

	private static final BigInteger FEE_2 = number(1_875_746_200);

	private static final BigInteger FEE_3 = number(1_766_479_208);

	private static final Log LOG = new Log(CONTRACT,
			List.of("0xc53a6612a7428e1fc89cb87169d69d64eaefe94f5b45d43f80f1ad9d7065d2c8", word(BOB.substring(2))),
			word("1b4"), number(2), TIME, STORED, number(0), false);

	private static final Transaction STORE = new Transaction(STORED, number(2), number(31337), number(0), BOB, CONTRACT,
			number(0), number(100_000), FEE_2, FEE_2, PRIORITY_FEE, word("1b4"), BLOCK_2, number(2), number(0));

	private static final Receipt STORE_RECEIPT = new Receipt(STORED, number(1), number(2), number(27581), FEE_2, BOB,
			CONTRACT, null, 1795323935, List.of(LOG));

	private final RecordedServer server = RecordedServer.load("ethereum.json");

	private final Ethereum ethereum = JsonRpcServiceProxyFactory
		.builder(JsonRpcTemplate.builder(this.server).jsonMapper(HexQuantities.mapper()).build())
		.build()
		.createClient(Ethereum.class);

	@Test
	void readsTheStateOfTheNode() {
		assertThat(this.ethereum.chainId()).isEqualTo(31337);
		assertThat(this.ethereum.accounts()).containsExactly(ALICE, BOB, "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc");
		assertThat(this.ethereum.syncing()).isFalse();
		assertThat(this.ethereum.blockNumber()).isZero();
		assertThat(this.ethereum.gasPrice().block()).isEqualTo(2_000_000_000);
		assertThat(this.ethereum.maxPriorityFeePerGas().join()).isEqualTo(PRIORITY_FEE);
		assertThat(this.ethereum.feeHistory(number(3), number(3), List.of(25, 75))).isEqualTo(new FeeHistory(number(1),
				List.of(PRIORITY_FEE, number(875_746_200), number(766_479_208), number(670_803_441)),
				List.of(new BigDecimal("0.0029848"), new BigDecimal("0.0009193666666666667"), new BigDecimal("0.0007")),
				List.of(List.of(PRIORITY_FEE, PRIORITY_FEE), List.of(PRIORITY_FEE, PRIORITY_FEE),
						List.of(PRIORITY_FEE, PRIORITY_FEE))));
	}

	@Test
	void readsAccounts() {
		assertThat(this.ethereum.getBalance(BOB, "latest")).isEqualTo(new BigInteger("10000999948265044057800"));
		assertThat(this.ethereum.getTransactionCount(ALICE, "latest")).isZero();
		assertThat(this.ethereum.getCode(CONTRACT, "latest")).isEqualTo(CODE);
		assertThat(this.ethereum.getStorageAt(CONTRACT, number(0), number(1))).isEqualTo(word("2a"));
		Proof proof = this.ethereum.getProof(CONTRACT, List.of(word("0")), number(3));
		assertThat(proof.address()).isEqualTo(CONTRACT);
		assertThat(proof.balance()).isZero();
		assertThat(proof.nonce()).isOne();
		assertThat(proof.codeHash()).isEqualTo("0x62668b63812447e1d64b38f70f30078aa6f61a5fbf80b1cb498f8f34a787cc11");
		assertThat(proof.accountProof()).hasSize(3)
			.last()
			.asString()
			.startsWith("0xf869a020e659e6")
			.endsWith("b498f8f34a787cc11");
		assertThat(proof.storageProof()).containsExactly(new StorageProof(word("0"), number(436),
				List.of("0xe6a120290decd9548b62a8d60345a988386fc84ba6bc95484008f6362f93160ef3e563838201b4")));
	}

	@Test
	void sendsTransactions() {
		TransactionRequest deploy = new TransactionRequest(ALICE, null, null, number(200_000), DEPLOYMENT);
		TransactionRequest store = new TransactionRequest(BOB, CONTRACT, null, number(100_000), word("1b4"));
		TransactionRequest pay = new TransactionRequest(ALICE, BOB, new BigInteger("1000000000000000000"),
				number(21_000), null);
		TransactionRequest estimate = new TransactionRequest(BOB, CONTRACT, null, null, word("1b4"));
		TransactionRequest read = new TransactionRequest(null, CONTRACT, null, null, null);
		assertThat(this.ethereum.sendTransaction(deploy)).isEqualTo(DEPLOYED);
		assertThat(this.ethereum.sendTransaction(store)).isEqualTo(STORED);
		assertThat(this.ethereum.sendTransaction(pay)).isEqualTo(PAID);
		assertThat(this.ethereum.estimateGas(estimate)).isEqualTo(27581);
		assertThat(this.ethereum.call(read, number(1))).isEqualTo(word("2a"));
		JsonRpcResponse signature = this.ethereum.sign(ALICE, "0xdeadbeef");
		assertThat(signature.resultAs(String.class))
			.isEqualTo("0xa114c834af73872c6c9efe918d85b0b1b34a486d10f9011e2630e28417c828c0"
					+ "60dbd65cda67e73d52ebb7c555260621dbc1b0b4036acb61086bba091ac3f1641b");
	}

	@Test
	void readsTransactions() {
		assertThat(this.ethereum.getTransactionByHash(PAID)).isEqualTo(new Transaction(PAID, number(2), number(31337),
				number(1), ALICE, BOB, new BigInteger("1000000000000000000"), number(21_000), FEE_3, FEE_3,
				PRIORITY_FEE, "0x", BLOCK_3, number(3), number(0)));
		assertThat(this.ethereum.getTransactionByHash(word("1"))).isNull();
		assertThat(this.ethereum.getTransactionByBlockNumberAndIndex(number(2), number(0))).isEqualTo(STORE);
	}

	@Test
	void readsReceiptsAndLogs() {
		assertThat(this.ethereum.getTransactionReceipt(DEPLOYED)).contains(new Receipt(DEPLOYED, number(1), number(1),
				number(89_544), number(2_000_000_000), ALICE, null, CONTRACT, 1795323935, List.of()));
		assertThat(this.ethereum.getTransactionReceipt(STORED)).contains(STORE_RECEIPT);
		assertThat(this.ethereum.getTransactionReceipt(word("1"))).isEmpty();
		assertThat(this.ethereum.getBlockReceipts(number(2)).join()).containsExactly(STORE_RECEIPT);
		assertThat(this.ethereum.getLogs(new LogFilter(number(0), number(3), CONTRACT)).collectList().block())
			.containsExactly(LOG);
	}

	@Test
	void readsBlocksWithHashesAndWithTransactions() {
		Block<String> block = block(STORED);
		assertThat(this.ethereum.getBlockByNumber(number(2), false)).contains(block);
		assertThat(this.ethereum.getBlockByHash(BLOCK_2, false)).isEqualTo(block);
		assertThat(this.ethereum.getBlockByNumber(number(99), false)).isEmpty();
		assertThat(this.ethereum.getFullBlock(number(2), true).block()).isEqualTo(block(STORE));
		assertThat(this.ethereum.getBlockTransactionCountByNumber(number(0))).isZero();
		assertThat(this.ethereum.getBlockTransactionCountByHash(BLOCK_2)).isOne();
		assertThat(this.ethereum.getUncleCountByBlockNumber(number(2))).isZero();
	}

	@Test
	void throwsTheErrorsOfTheNode() {
		TransactionRequest revert = new TransactionRequest(null, null, null, null, "0x7f08c379a0" + "0".repeat(56)
				+ "600052602060045260076024527f746f6f206c6f77" + "0".repeat(50) + "60445260646000fd");
		assertThatExceptionOfType(JsonRpcErrorException.class).isThrownBy(() -> this.ethereum.call(revert, number(3)))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(3))
			.satisfies((ex) -> assertThat(ex.errorMessage()).isEqualTo("execution reverted: too low"))
			.satisfies((ex) -> assertThat(ex.dataAs(String.class)).hasSize(202)
				.startsWith("0x08c379a0")
				.contains("746f6f206c6f77"));
		assertThatExceptionOfType(JsonRpcInvalidParamsException.class)
			.isThrownBy(() -> this.ethereum.getBalance("0x1234", "latest"))
			.satisfies((ex) -> assertThat(ex.errorMessage()).isEqualTo("invalid string length"));
		assertThatExceptionOfType(JsonRpcMethodNotFoundException.class).isThrownBy(this.ethereum::noSuchMethod)
			.satisfies((ex) -> assertThat(ex.errorMessage()).isEqualTo("Method not found"));
	}

	@Test
	void answersNothingThatWasNotRecorded() {
		assertThatThrownBy(() -> this.ethereum.getBalance(BOB, "earliest"))
			.hasStackTraceContaining("Nothing is recorded for")
			.hasStackTraceContaining("earliest");
	}

	@Test
	void everyRecordedAnswerIsRead() {
		readsTheStateOfTheNode();
		readsAccounts();
		sendsTransactions();
		readsTransactions();
		readsReceiptsAndLogs();
		readsBlocksWithHashesAndWithTransactions();
		throwsTheErrorsOfTheNode();
		assertThat(this.server.unused()).isEmpty();
		assertThat(this.server.methods()).hasSizeGreaterThanOrEqualTo(15);
	}

	private static <T> Block<T> block(T transaction) {
		return new Block<>(number(2), BLOCK_2, "0x907bff1d9d61ecff0cc171309c03b79ef366e8aad55913d489fd2065baad05bf",
				"0x0000000000000000000000000000000000000000", number(30_000_000), number(27581), TIME,
				number(875_746_200), number(764), "0x0000000000000000", List.of(transaction), List.of());
	}

	private static BigInteger number(long value) {
		return BigInteger.valueOf(value);
	}

	private static String word(String hex) {
		return "0x" + "0".repeat(64 - hex.length()) + hex;
	}

}
