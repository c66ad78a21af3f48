package io.github.jsonrpcspring.sample.tour;

import java.util.List;

import io.github.jsonrpcspring.client.JsonRpcCallOptions;
import io.github.jsonrpcspring.sample.client.Calculator;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import static io.github.jsonrpcspring.sample.tour.Step.show;

/**
 * An interface whose methods are calls, injected like any other bean.
 */
@Component
@Order(1)
class CalculatorSteps implements TourPart {

	private final Calculator calculator;

	CalculatorSteps(Calculator calculator) {
		this.calculator = calculator;
	}

	@Override
	public String title() {
		return "An interface whose methods are calls";
	}

	@Override
	public List<Step> steps() {
		return List.of(positional(), variable(), named(), local(), notification(), options());
	}

	private Step positional() {
		return show("Positional parameters", """
				calculator.add(2, 3)
				""").returns(5, () -> this.calculator.add(2, 3));
	}

	private Step variable() {
		return show("As many parameters as there are arguments", """
				calculator.sum(1, 2, 4)
				""").returns(7, () -> this.calculator.sum(1, 2, 4));
	}

	private Step named() {
		return show("@JsonRpcMethod: another name than that of the Java method", """
				calculator.quotient(7, 2)
				""").returns(3, () -> this.calculator.quotient(7, 2));
	}

	private Step local() {
		return show("A default method, which calls two others", """
				calculator.average(1, 2, 6)
				""").returns(3, () -> this.calculator.average(1, 2, 6));
	}

	private Step notification() {
		return show("@JsonRpcNotification: nothing comes back", """
				calculator.log("done")
				""").returns(null, () -> {
			this.calculator.log("done");
			return null;
		});
	}

	private Step options() {
		var options = JsonRpcCallOptions.builder().id("mine").build();
		return show("Options of one call, and the whole response", """
				var options = JsonRpcCallOptions.builder().id("mine").build();
				calculator.subtract(42, 23, options)
				""").answers("{\"jsonrpc\":\"2.0\",\"result\":19,\"id\":\"mine\"}",
				() -> this.calculator.subtract(42, 23, options));
	}

}
