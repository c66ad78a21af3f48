package io.github.jsonrpcspring.service.recorded;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the interfaces in {@link Kodi} send and return.
 */
final class KodiData {

	private KodiData() {
	}

	/**
	 * What a player or a playlist holds.
	 */
	enum MediaType {

		@JsonProperty("audio")
		AUDIO,

		@JsonProperty("video")
		VIDEO,

		@JsonProperty("picture")
		PICTURE

	}

	/**
	 * The part of a list to return.
	 */
	record Limits(int start, int end) {
	}

	/**
	 * The part of a list that was returned.
	 */
	record LimitsReturned(int start, int end, int total) {
	}

	/**
	 * The order of a list.
	 */
	record Sort(String method, String order) {
	}

	/**
	 * A condition that the items of a list have to meet.
	 */
	record Rule(String field, String operator, String value) {
	}

	/**
	 * Which films to return, and what of them.
	 */
	record MovieQuery(List<String> properties, Limits limits, Sort sort, Map<String, List<Rule>> filter) {
	}

	/**
	 * What to change of a film.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record MovieUpdate(@Nullable String title, @Nullable Integer playcount, @Nullable String lastplayed,
			@Nullable List<String> tag) {
	}

	/**
	 * A film to play.
	 */
	record PlaylistItem(int movieid) {
	}

	/**
	 * How to play.
	 */
	record PlayOptions(boolean resume) {
	}

	/**
	 * Where to go on playing.
	 */
	record SeekTarget(Time time) {
	}

	/**
	 * A position in what is played.
	 */
	record Time(int hours, int minutes, int seconds, int milliseconds) {
	}

	/**
	 * The version of the API.
	 */
	record ApiVersion(Parts version) {

		/**
		 * The parts of the version.
		 */
		record Parts(int major, int minor, int patch) {
		}

	}

	/**
	 * The properties of the application.
	 */
	record ApplicationProperties(String name, int volume, boolean muted, Version version) {

		/**
		 * The version of the application.
		 */
		record Version(int major, int minor, String revision, String tag) {
		}

	}

	/**
	 * A player that plays.
	 */
	record ActivePlayer(int playerid, MediaType type) {
	}

	/**
	 * How fast a player plays.
	 */
	record Speed(int speed) {
	}

	/**
	 * The properties of a player.
	 */
	record PlayerProperties(int speed, double percentage, Time time, Time totaltime, AudioTrack currentaudiostream,
			List<SubtitleTrack> subtitles) {
	}

	/**
	 * A sound track that a player can play.
	 */
	record AudioTrack(int index, String name, String language, String codec, int bitrate, int channels) {
	}

	/**
	 * Subtitles that a player can show.
	 */
	record SubtitleTrack(int index, String name, String language) {
	}

	/**
	 * Where a player went on.
	 */
	record Position(double percentage, Time time, Time totaltime) {
	}

	/**
	 * What a player plays.
	 */
	record CurrentItem(Item item) {
	}

	/**
	 * Something that can be played.
	 */
	record Item(int id, String type, String label, @Nullable String title, @Nullable Integer year,
			@Nullable Integer runtime, @Nullable List<String> director, @Nullable List<Actor> cast,
			@Nullable Streams streamdetails, @Nullable String file) {
	}

	/**
	 * An actor and the role.
	 */
	record Actor(String name, String role, int order, String thumbnail) {
	}

	/**
	 * The streams of a file.
	 */
	record Streams(List<Audio> audio, List<Video> video, List<Subtitle> subtitle) {

		/**
		 * A sound track of a file.
		 */
		record Audio(String codec, String language, int channels) {
		}

		/**
		 * A picture track of a file.
		 */
		record Video(String codec, double aspect, int width, int height, int duration) {
		}

		/**
		 * Subtitles of a file.
		 */
		record Subtitle(String language) {
		}

	}

	/**
	 * A list of things to play.
	 */
	record Playlist(int playlistid, MediaType type) {
	}

	/**
	 * The items of a playlist.
	 */
	record PlaylistItems(List<Item> items, LimitsReturned limits) {
	}

	/**
	 * What Kodi finds wrong with a parameter.
	 */
	record InvalidParam(String method, Stack stack) {

		/**
		 * The parameter and its type.
		 */
		record Stack(String name, String type, String message) {
		}

	}

}
