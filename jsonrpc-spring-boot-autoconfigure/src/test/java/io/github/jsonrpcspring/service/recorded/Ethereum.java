package io.github.jsonrpcspring.service.recorded;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.service.JsonRpcClient;
import io.github.jsonrpcspring.service.JsonRpcMethod;
import io.github.jsonrpcspring.service.recorded.EthereumData.Block;
import io.github.jsonrpcspring.service.recorded.EthereumData.FeeHistory;
import io.github.jsonrpcspring.service.recorded.EthereumData.Log;
import io.github.jsonrpcspring.service.recorded.EthereumData.LogFilter;
import io.github.jsonrpcspring.service.recorded.EthereumData.Proof;
import io.github.jsonrpcspring.service.recorded.EthereumData.Receipt;
import io.github.jsonrpcspring.service.recorded.EthereumData.Transaction;
import io.github.jsonrpcspring.service.recorded.EthereumData.TransactionRequest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The methods of an Ethereum node, with positional params.
 */
@JsonRpcClient(value = "ethereum", prefix = "eth_")
interface Ethereum {

	BigInteger chainId();

	List<String> accounts();

	boolean syncing();

	BigInteger blockNumber();

	Mono<BigInteger> gasPrice();

	CompletableFuture<BigInteger> maxPriorityFeePerGas();

	BigInteger getBalance(String address, String block);

	BigInteger getTransactionCount(String address, String block);

	String getCode(String address, String block);

	String getStorageAt(String address, BigInteger slot, BigInteger block);

	String call(TransactionRequest request, BigInteger block);

	BigInteger estimateGas(TransactionRequest request);

	String sendTransaction(TransactionRequest request);

	@Nullable Transaction getTransactionByHash(String hash);

	Transaction getTransactionByBlockNumberAndIndex(BigInteger block, BigInteger index);

	Optional<Receipt> getTransactionReceipt(String hash);

	CompletableFuture<List<Receipt>> getBlockReceipts(BigInteger block);

	Optional<Block<String>> getBlockByNumber(BigInteger number, boolean full);

	@JsonRpcMethod("getBlockByNumber")
	Mono<Block<Transaction>> getFullBlock(BigInteger number, boolean full);

	Block<String> getBlockByHash(String hash, boolean full);

	BigInteger getBlockTransactionCountByNumber(BigInteger number);

	BigInteger getBlockTransactionCountByHash(String hash);

	BigInteger getUncleCountByBlockNumber(BigInteger number);

	Flux<Log> getLogs(LogFilter filter);

	FeeHistory feeHistory(BigInteger blockCount, BigInteger newestBlock, List<Integer> rewardPercentiles);

	Proof getProof(String address, List<String> slots, BigInteger block);

	JsonRpcResponse sign(String address, String data);

	void noSuchMethod();

}
