package io.github.jsonrpcspring.fuzz;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a batch as JSON-RPC 2.0, section 6, describes it. What it leaves open is
 * decided as docs/validation.md and the catalogue of cases do: items that are no
 * responses, and calls without an answer, spoil only themselves.
 */
final class PlainBatch {

	private final List<PlainValue> ids;

	private final List<List<PlainAnswer>> found = new ArrayList<>();

	private final Set<PlainValue> nearlyNamed = new HashSet<>();

	private final Deque<PlainAnswer> unaddressed = new ArrayDeque<>();

	private PlainBatch(List<PlainValue> ids) {
		this.ids = ids;
		ids.forEach((id) -> this.found.add(new ArrayList<>()));
	}

	/**
	 * Return what a message says to each call of a batch.
	 * @param ids the ids of the calls
	 * @param first whether the batch was one of version 1.0
	 * @param success whether the HTTP status is one of success; with another, an array
	 * counts only when it names a call or is one error
	 */
	static List<PlainAnswer> read(PlainValue message, List<PlainValue> ids, boolean first, boolean success) {
		try {
			return new PlainBatch(ids).read(message, first, success);
		}
		catch (PlainException ex) {
			return refused(ids, ex);
		}
	}

	static List<PlainAnswer> refused(List<PlainValue> ids, PlainException reason) {
		return ids.stream().<PlainAnswer>map((id) -> new PlainAnswer.Refusal(reason.getMessage())).toList();
	}

	private List<PlainAnswer> read(PlainValue message, boolean first, boolean success) throws PlainException {
		if (!(message instanceof PlainValue.Items items)) {
			PlainResponse response = PlainResponse.read(message, first);
			PlainException.require(response.isUnaddressed() || this.ids.stream().anyMatch(response::answers),
					"an error of another call");
			return forAll(response.answer());
		}
		for (PlainValue item : items.values()) {
			add(item, first);
		}
		if (this.unaddressed.size() == 1 && items.values().size() == 1) {
			return forAll(this.unaddressed.remove());
		}
		PlainException.require(success || this.found.stream().anyMatch((own) -> !own.isEmpty()), "another document");
		long unanswered = this.found.stream().filter(List::isEmpty).count();
		PlainException.require(this.unaddressed.isEmpty() || unanswered > 0, "an error for no call");
		boolean oneEach = this.unaddressed.size() == unanswered;
		List<PlainAnswer> answers = new ArrayList<>();
		for (int i = 0; i < this.found.size(); i++) {
			List<PlainAnswer> own = this.found.get(i);
			PlainException.require(own.size() < 2, "two answers to a call");
			PlainAnswer none = new PlainAnswer.Refusal("no answer");
			answers.add(!own.isEmpty() ? own.get(0) : oneEach ? unaddressed(this.ids.get(i)) : none);
		}
		return answers;
	}

	private PlainAnswer unaddressed(PlainValue id) {
		PlainAnswer.Failure error = (PlainAnswer.Failure) this.unaddressed.remove();
		return new PlainAnswer.Failure(error.error(), this.nearlyNamed.contains(id));
	}

	/**
	 * "If the batch rpc call itself fails to be recognized as an valid JSON or as an
	 * Array with at least one value, the response from the Server MUST be a single
	 * Response object."
	 */
	private List<PlainAnswer> forAll(PlainAnswer answer) throws PlainException {
		PlainException.require(answer instanceof PlainAnswer.Failure, "a result for a whole batch");
		return this.ids.stream().map((id) -> answer).toList();
	}

	private void add(PlainValue item, boolean first) throws PlainException {
		PlainResponse response = response(item, first);
		if (response == null) {
			addSpoilt(item);
			return;
		}
		for (int i = 0; i < this.ids.size(); i++) {
			if (response.answers(this.ids.get(i))) {
				this.found.get(i).add(response.answer());
				return;
			}
		}
		PlainException.require(response.isUnaddressed(), "an answer to a call that was not made");
		this.unaddressed.add(response.answer());
	}

	/**
	 * An item that is no response still takes the place of the answer to its call.
	 */
	private void addSpoilt(PlainValue item) {
		if (item instanceof PlainValue.Members members && members.count("id") == 1) {
			PlainResponse any = new PlainResponse(new PlainAnswer.Refusal("no response"), members.get("id"));
			for (int i = 0; i < this.ids.size(); i++) {
				if (any.answers(this.ids.get(i))) {
					this.found.get(i).add(any.answer());
					return;
				}
			}
			this.ids.stream().filter((id) -> isNearly(members.get("id"), id)).forEach(this.nearlyNamed::add);
		}
	}

	/**
	 * Return whether an id is the text of another that is a number, or the other way
	 * round, or the same number written in another way.
	 */
	private static boolean isNearly(PlainValue id, PlainValue other) {
		return text(id).equals(text(other));
	}

	private static String text(PlainValue id) {
		if (id instanceof PlainValue.Numeral number && Limits.isHandy(number)) {
			return number.decimal().stripTrailingZeros().toPlainString();
		}
		return (id instanceof PlainValue.Text text) ? text.value() : id.toString();
	}

	/**
	 * What has an id or an error that exceeds the limits is no response.
	 */
	private static @Nullable PlainResponse response(PlainValue item, boolean first) {
		try {
			if (item instanceof PlainValue.Members members) {
				for (String name : PlainResponse.ENVELOPE) {
					PlainValue value = members.get(name);
					PlainException.require(value == null || !Limits.areExceededBy(value), "beyond the limits");
				}
			}
			return PlainResponse.read(item, first);
		}
		catch (PlainException ex) {
			return null;
		}
	}

}
