package io.github.jsonrpcspring.testsupport.application;

/**
 * Uses a client that is not public.
 */
public class FileCounter {

	private final Files files;

	FileCounter(Files files) {
		this.files = files;
	}

	public int count(String directory) {
		return this.files.count(directory);
	}

	public String missing(String directory) {
		try {
			this.files.list(new Files.Filter(directory));
			return "";
		}
		catch (Files.MissingFile ex) {
			return ex.getMessage() + " " + ex.details().path();
		}
	}

}
