package io.github.jsonrpcspring.soak;

/**
 * Interrupts a thread while it waits for a call, and never after.
 */
final class Interruption implements Runnable {

	private final Thread thread = Thread.currentThread();

	private boolean over;

	private boolean done;

	@Override
	public synchronized void run() {
		if (!this.over) {
			this.thread.interrupt();
			this.done = true;
		}
	}

	/**
	 * Say that the call has ended.
	 * @return whether it was interrupted
	 */
	synchronized boolean end() {
		this.over = true;
		if (this.done && Thread.interrupted()) {
			// The next call is not to be interrupted
			return true;
		}
		return this.done;
	}

}
