package io.github.jsonrpcspring.client.transport;

import org.jspecify.annotations.Nullable;

/**
 * What one thread waits for, and how another thread breaks it off.
 */
final class BlockingCall {

	private static final ThreadLocal<@Nullable BlockingCall> CURRENT = new ThreadLocal<>();

	private final Thread thread = Thread.currentThread();

	private final @Nullable BlockingCall outer = CURRENT.get();

	private @Nullable Runnable hook;

	private @Nullable Runnable dropHook;

	private boolean cancelled;

	private boolean ended;

	private boolean interrupted;

	private @Nullable Runnable bodyCloser;

	private BlockingCall() {
	}

	/**
	 * Begin what the current thread will wait for.
	 */
	static BlockingCall begin() {
		BlockingCall call = new BlockingCall();
		CURRENT.set(call);
		return call;
	}

	/**
	 * Set what breaks off the call of the current thread, if there is one; it replaces
	 * what was set before. Without any the thread is interrupted.
	 */
	static void onCancel(Runnable hook) {
		BlockingCall call = CURRENT.get();
		if (call != null && call.set(hook)) {
			hook.run();
		}
	}

	/**
	 * Set what closes the connection of the current thread's call after its end.
	 */
	static void onDrop(Runnable hook) {
		BlockingCall call = CURRENT.get();
		if (call != null) {
			call.dropHook = hook;
		}
	}

	@Nullable Runnable dropHook() {
		return this.dropHook;
	}

	private synchronized boolean set(Runnable hook) {
		this.hook = hook;
		return this.cancelled;
	}

	/**
	 * Break off, unless the call has ended.
	 */
	void cancel() {
		Runnable hook;
		synchronized (this) {
			if (this.cancelled || this.ended) {
				return;
			}
			this.cancelled = true;
			hook = this.hook;
			if (hook == null) {
				this.interrupted = true;
				this.thread.interrupt();
			}
		}
		if (hook != null) {
			hook.run();
		}
	}

	/**
	 * Give up the connection that is in use.
	 * @return whether the HTTP client has let us know how
	 */
	boolean abandon() {
		Runnable hook;
		synchronized (this) {
			hook = this.hook;
		}
		if (hook != null) {
			hook.run();
		}
		return hook != null;
	}

	/**
	 * Leave the body of the answer to the first who takes it, a reader or whoever gives
	 * the answer up.
	 * @param closer closes its connection
	 */
	synchronized void leaveBody(Runnable closer) {
		this.bodyCloser = closer;
	}

	/**
	 * Take the body to read it.
	 * @return whether nobody has taken it before
	 */
	boolean takeBody() {
		return takeBodyCloser() != null;
	}

	/**
	 * Close the connection of a body that nobody has taken.
	 */
	void abandonBody() {
		Runnable closer = takeBodyCloser();
		if (closer != null) {
			closer.run();
		}
	}

	private synchronized @Nullable Runnable takeBodyCloser() {
		Runnable closer = this.bodyCloser;
		this.bodyCloser = null;
		return closer;
	}

	/**
	 * End the call on its thread, which keeps no interrupt that was ours.
	 */
	void end() {
		// Also to null: to remove it would cost every call a new entry of its thread
		CURRENT.set(this.outer);
		synchronized (this) {
			this.ended = true;
			if (this.interrupted) {
				Thread.interrupted();
			}
		}
	}

}
