package io.github.jsonrpcspring.service.recorded;

import java.util.List;
import java.util.Map;

import io.github.jsonrpcspring.service.recorded.KodiData.LimitsReturned;
import org.jspecify.annotations.Nullable;

/**
 * What the libraries of Kodi hold.
 */
final class KodiLibrary {

	private KodiLibrary() {
	}

	/**
	 * A list of films.
	 */
	record Movies(List<Movie> movies, LimitsReturned limits) {
	}

	/**
	 * One film.
	 */
	record MovieDetails(Movie moviedetails) {
	}

	/**
	 * A film, with the properties that were asked for.
	 */
	record Movie(int movieid, String label, @Nullable Integer year, @Nullable Double rating, @Nullable Integer runtime,
			@Nullable Integer playcount, @Nullable List<String> genre, @Nullable String originaltitle,
			@Nullable List<String> director, @Nullable List<String> writer, @Nullable List<String> country,
			@Nullable String plot, @Nullable Map<String, String> art, @Nullable Resume resume,
			@Nullable String dateadded) {
	}

	/**
	 * Where a film was left.
	 */
	record Resume(double position, double total) {
	}

	/**
	 * A list of series.
	 */
	record TvShows(List<TvShow> tvshows, LimitsReturned limits) {
	}

	/**
	 * A series.
	 */
	record TvShow(int tvshowid, String label, String title, int episode, int watchedepisodes, String premiered) {
	}

	/**
	 * The seasons of a series.
	 */
	record Seasons(List<Season> seasons, LimitsReturned limits) {
	}

	/**
	 * A season.
	 */
	record Season(int seasonid, int season, String label, int episode, String showtitle) {
	}

	/**
	 * The episodes of a season.
	 */
	record Episodes(List<Episode> episodes, LimitsReturned limits) {
	}

	/**
	 * An episode.
	 */
	record Episode(int episodeid, String label, String title, int episode, String firstaired, List<String> writer,
			Map<String, String> uniqueid) {
	}

	/**
	 * A list of genres.
	 */
	record Genres(List<Genre> genres, LimitsReturned limits) {
	}

	/**
	 * A genre.
	 */
	record Genre(int genreid, String label) {
	}

	/**
	 * The places that media come from.
	 */
	record Sources(List<Source> sources, LimitsReturned limits) {
	}

	/**
	 * A place that media come from.
	 */
	record Source(String label, String file) {
	}

	/**
	 * What a directory holds.
	 */
	record Directory(List<DirectoryEntry> files, LimitsReturned limits) {
	}

	/**
	 * A file or a directory.
	 */
	record DirectoryEntry(String label, String file, String filetype, String mimetype, long size) {
	}

}
