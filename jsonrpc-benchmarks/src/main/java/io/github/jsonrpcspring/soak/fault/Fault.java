package io.github.jsonrpcspring.soak.fault;

/**
 * What the server does with a message, or with one call in it.
 *
 * @since 0.1.0
 */
public enum Fault {

	/** A good answer with its length. */
	NONE(Scope.MESSAGE, true, 0),

	/** A good answer in chunks, with a trailer. */
	CHUNKED(Scope.MESSAGE, true, 300),

	/** A good answer in several TCP segments. */
	SEGMENTED(Scope.MESSAGE, true, 300),

	/** A reset instead of an answer. */
	RESET(Scope.MESSAGE, false, 50),

	/** The end of the connection instead of an answer. */
	CLOSE(Scope.MESSAGE, false, 50),

	/** No HTTP. */
	NO_HTTP(Scope.MESSAGE, false, 50),

	/** The end of the connection in the middle of the body. */
	CUT_BODY(Scope.MESSAGE, false, 50),

	/** A whole answer, but its length promises more. */
	LONG_LENGTH(Scope.MESSAGE, false, 50),

	/** A good answer, and then the end of the connection without a word. */
	SILENT_CLOSE(Scope.MESSAGE, false, 20),

	/** Status 500 with a page. */
	HTTP_ERROR(Scope.MESSAGE, true, 150),

	/** Status 503 with an error object. */
	HTTP_AND_RPC_ERROR(Scope.MESSAGE, true, 150),

	/** Text that is no JSON. */
	NO_JSON(Scope.MESSAGE, true, 150),

	/** Status 200 without a body. */
	NO_BODY(Scope.MESSAGE, true, 150),

	/** A good answer that is larger than the client takes. */
	TOO_LARGE(Scope.MESSAGE, true, 20),

	/** No answer at all. */
	NEVER(Scope.MESSAGE, true, 7),

	/** A body that trickles and never ends. */
	TRICKLE(Scope.MESSAGE, true, 7),

	/** An answer after the client has gone. */
	LATE(Scope.MESSAGE, true, 6),

	/** Behind a good answer another one, of another caller. */
	SECOND_ANSWER(Scope.MESSAGE, false, 50),

	/** Behind a good answer another one, some milliseconds later. */
	SECOND_ANSWER_LATER(Scope.MESSAGE, false, 50),

	/** In front of the answer to the next request another one, of another caller. */
	SECOND_ANSWER_NEXT(Scope.MESSAGE, true, 50),

	/** An error object. */
	RPC_ERROR(Scope.CALL, true, 300),

	/** An answer with an id that nobody used. */
	UNKNOWN_ID(Scope.CALL, true, 150),

	/** The answer of another caller, with its id and nonce. */
	OTHER_CALLER(Scope.CALL, true, 300),

	/** An answer with two results. */
	TWO_RESULTS(Scope.CALL, true, 150);

	/** What the weights are parts of. */
	static final int WHOLE = 10_000;

	private final Scope scope;

	private final boolean calm;

	private final int weight;

	Fault(Scope scope, boolean calm, int weight) {
		this.scope = scope;
		this.calm = calm;
		this.weight = weight;
	}

	/**
	 * Return whether the connection serves further requests, so that a client which
	 * notices servers that close them silently has nothing to notice.
	 * @return {@code false} if the connection ends or becomes suspect
	 */
	public boolean isCalm() {
		return this.calm;
	}

	/**
	 * Return whether the call runs into its deadline.
	 * @return whether nothing but the deadline ends it
	 */
	public boolean isSlow() {
		return this == NEVER || this == TRICKLE || this == LATE;
	}

	/**
	 * Return whether the next request on the connection may suffer.
	 * @return whether it may
	 */
	public boolean strikesNeighbour() {
		return this == SILENT_CLOSE || this == SECOND_ANSWER || this == SECOND_ANSWER_LATER
				|| this == SECOND_ANSWER_NEXT;
	}

	int weight() {
		return this.weight;
	}

	Fault in(Scope scope) {
		return (this.scope == scope) ? this : NONE;
	}

	/** What a fault is about. */
	enum Scope {

		/** The message as a whole. */
		MESSAGE,

		/** One call, alone or in a batch. */
		CALL

	}

}
