package io.github.jsonrpcspring.service.recorded;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Ethereum} sends and returns.
 */
final class EthereumData {

	private EthereumData() {
	}

	/**
	 * A block with the hashes of its transactions, or with the transactions themselves.
	 */
	record Block<T>(BigInteger number, String hash, String parentHash, String miner, BigInteger gasLimit,
			BigInteger gasUsed, BigInteger timestamp, BigInteger baseFeePerGas, BigInteger size, String nonce,
			List<T> transactions, List<String> uncles) {
	}

	/**
	 * A transaction that is part of a block.
	 */
	record Transaction(String hash, BigInteger type, BigInteger chainId, BigInteger nonce, String from,
			@Nullable String to, BigInteger value, BigInteger gas, BigInteger gasPrice, BigInteger maxFeePerGas,
			BigInteger maxPriorityFeePerGas, String input, String blockHash, BigInteger blockNumber,
			BigInteger transactionIndex) {
	}

	/**
	 * What became of a transaction.
	 */
	record Receipt(String transactionHash, BigInteger status, BigInteger blockNumber, BigInteger gasUsed,
			BigInteger effectiveGasPrice, String from, @Nullable String to, @Nullable String contractAddress,
			long blockTimestamp, List<Log> logs) {
	}

	/**
	 * An event that a contract has logged.
	 */
	record Log(String address, List<String> topics, String data, BigInteger blockNumber, BigInteger blockTimestamp,
			String transactionHash, BigInteger logIndex, boolean removed) {
	}

	/**
	 * The fees of the last blocks.
	 */
	record FeeHistory(BigInteger oldestBlock, List<BigInteger> baseFeePerGas, List<BigDecimal> gasUsedRatio,
			List<List<BigInteger>> reward) {
	}

	/**
	 * The state of an account with its proof.
	 */
	record Proof(String address, BigInteger balance, BigInteger nonce, String codeHash, List<String> accountProof,
			List<StorageProof> storageProof) {
	}

	/**
	 * The value of a storage slot with its proof.
	 */
	record StorageProof(String key, BigInteger value, List<String> proof) {
	}

	/**
	 * A transaction to send, to call or to estimate.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record TransactionRequest(@Nullable String from, @Nullable String to, @Nullable BigInteger value,
			@Nullable BigInteger gas, @Nullable String data) {
	}

	/**
	 * Which logs to return.
	 */
	record LogFilter(BigInteger fromBlock, BigInteger toBlock, String address) {
	}

}
