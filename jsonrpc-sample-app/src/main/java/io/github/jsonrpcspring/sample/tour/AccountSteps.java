package io.github.jsonrpcspring.sample.tour;

import java.util.List;

import io.github.jsonrpcspring.client.JsonRpcMethodNotFoundException;
import io.github.jsonrpcspring.sample.client.Account;
import io.github.jsonrpcspring.sample.client.Overdraft;
import io.github.jsonrpcspring.sample.client.OverdrawnException;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import static io.github.jsonrpcspring.sample.tour.Step.show;

/**
 * An interface that maps an error code to an exception of the application.
 */
@Component
@Order(3)
class AccountSteps implements TourPart {

	private final Account account;

	AccountSteps(Account account) {
		this.account = account;
	}

	@Override
	public String title() {
		return "An interface with exceptions of its own";
	}

	@Override
	public List<Step> steps() {
		return List.of(mapped(), notMapped());
	}

	private Step mapped() {
		return show("@JsonRpcErrorMapping: an error with its data as an exception", """
				try {
					account.withdraw(100);
				}
				catch (OverdrawnException ex) {
					return ex.overdraft();
				}
				""").returns(new Overdraft(100, 5), () -> {
			try {
				this.account.withdraw(100);
			}
			catch (OverdrawnException ex) {
				return ex.overdraft();
			}
			return null;
		});
	}

	private Step notMapped() {
		return show("Other errors are the client's exceptions", """
				account.close()
				""").fails(JsonRpcMethodNotFoundException.class, () -> {
			this.account.close();
			return null;
		});
	}

}
