package io.github.jsonrpcspring.service.recorded;

import java.util.List;
import java.util.Map;

import io.github.jsonrpcspring.client.JsonRpcInvalidParamsException;
import io.github.jsonrpcspring.client.JsonRpcTemplate;
import io.github.jsonrpcspring.service.JsonRpcServiceProxyFactory;
import io.github.jsonrpcspring.service.recorded.KodiData.ActivePlayer;
import io.github.jsonrpcspring.service.recorded.KodiData.Actor;
import io.github.jsonrpcspring.service.recorded.KodiData.ApiVersion;
import io.github.jsonrpcspring.service.recorded.KodiData.ApplicationProperties;
import io.github.jsonrpcspring.service.recorded.KodiData.AudioTrack;
import io.github.jsonrpcspring.service.recorded.KodiData.CurrentItem;
import io.github.jsonrpcspring.service.recorded.KodiData.InvalidParam;
import io.github.jsonrpcspring.service.recorded.KodiData.Item;
import io.github.jsonrpcspring.service.recorded.KodiData.Limits;
import io.github.jsonrpcspring.service.recorded.KodiData.LimitsReturned;
import io.github.jsonrpcspring.service.recorded.KodiData.MediaType;
import io.github.jsonrpcspring.service.recorded.KodiData.MovieQuery;
import io.github.jsonrpcspring.service.recorded.KodiData.MovieUpdate;
import io.github.jsonrpcspring.service.recorded.KodiData.PlayOptions;
import io.github.jsonrpcspring.service.recorded.KodiData.PlayerProperties;
import io.github.jsonrpcspring.service.recorded.KodiData.PlaylistItem;
import io.github.jsonrpcspring.service.recorded.KodiData.PlaylistItems;
import io.github.jsonrpcspring.service.recorded.KodiData.Position;
import io.github.jsonrpcspring.service.recorded.KodiData.Rule;
import io.github.jsonrpcspring.service.recorded.KodiData.SeekTarget;
import io.github.jsonrpcspring.service.recorded.KodiData.Sort;
import io.github.jsonrpcspring.service.recorded.KodiData.Speed;
import io.github.jsonrpcspring.service.recorded.KodiData.Streams;
import io.github.jsonrpcspring.service.recorded.KodiData.SubtitleTrack;
import io.github.jsonrpcspring.service.recorded.KodiData.Time;
import io.github.jsonrpcspring.service.recorded.KodiLibrary.Directory;
import io.github.jsonrpcspring.service.recorded.KodiLibrary.DirectoryEntry;
import io.github.jsonrpcspring.service.recorded.KodiLibrary.Episode;
import io.github.jsonrpcspring.service.recorded.KodiLibrary.Episodes;
import io.github.jsonrpcspring.service.recorded.KodiLibrary.Genre;
import io.github.jsonrpcspring.service.recorded.KodiLibrary.Genres;
import io.github.jsonrpcspring.service.recorded.KodiLibrary.Movie;
import io.github.jsonrpcspring.service.recorded.KodiLibrary.MovieDetails;
import io.github.jsonrpcspring.service.recorded.KodiLibrary.Movies;
import io.github.jsonrpcspring.service.recorded.KodiLibrary.Resume;
import io.github.jsonrpcspring.service.recorded.KodiLibrary.Season;
import io.github.jsonrpcspring.service.recorded.KodiLibrary.Seasons;
import io.github.jsonrpcspring.service.recorded.KodiLibrary.Source;
import io.github.jsonrpcspring.service.recorded.KodiLibrary.Sources;
import io.github.jsonrpcspring.service.recorded.KodiLibrary.TvShow;
import io.github.jsonrpcspring.service.recorded.KodiLibrary.TvShows;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Every method of the interfaces in {@link Kodi} against answers of the documented shape.
 */
class KodiMethodsTests {

	private static final String FILMS = "smb://nas/films/";

	private static final Time LENGTH = new Time(2, 28, 50, 0);

	private final RecordedServer server = RecordedServer.load("kodi.json");

	private final JsonRpcServiceProxyFactory clients = JsonRpcServiceProxyFactory
		.builder(JsonRpcTemplate.builder(this.server).build())
		.build();

	private final Kodi.Player player = this.clients.createClient(Kodi.Player.class);

	private final Kodi.VideoLibrary videos = this.clients.createClient(Kodi.VideoLibrary.class);

	@Test
	void asksAboutTheApi() {
		Kodi.Api api = this.clients.createClient(Kodi.Api.class);
		assertThat(api.ping()).isEqualTo("pong");
		assertThat(api.version()).isEqualTo(new ApiVersion(new ApiVersion.Parts(6, 32, 4)));
		assertThat(api.permission()).hasSize(13)
			.containsEntry("ReadData", true)
			.containsEntry("ControlPVR", true)
			.containsEntry("RemoveData", false);
	}

	@Test
	void controlsTheApplication() {
		Kodi.Application application = this.clients.createClient(Kodi.Application.class);
		assertThat(application.getProperties(List.of("volume", "muted", "name", "version")))
			.isEqualTo(new ApplicationProperties("Kodi", 80, false,
					new ApplicationProperties.Version(15, 2, "02e7013", "stable")));
		assertThat(application.setVolume(35)).isEqualTo(35);
		assertThat(application.setMute("toggle")).isTrue();
	}

	@Test
	void controlsThePlayer() {
		assertThat(this.player.open(new PlaylistItem(7), new PlayOptions(true))).isEqualTo("OK");
		assertThat(this.player.playPause(1, false)).isEqualTo(new Speed(0));
		assertThat(this.player.seek(1, new SeekTarget(new Time(1, 30, 0, 0))))
			.isEqualTo(new Position(60.47032165527344, new Time(1, 30, 0, 0), LENGTH));
		this.player.stop(1);
	}

	@Test
	void readsWhatIsPlayed() {
		assertThat(this.player.getActivePlayers().collectList().block())
			.containsExactly(new ActivePlayer(1, MediaType.VIDEO));
		assertThat(
				this.player.getItem(1, List.of("title", "year", "director", "cast", "streamdetails", "file")).block())
			.isEqualTo(
					new CurrentItem(new Item(7, "movie", "Metropolis", "Metropolis", 1927, null, List.of("Fritz Lang"),
							List.of(new Actor("Brigitte Helm", "Maria", 0, ""),
									new Actor("Gustav Fröhlich", "Freder", 1,
											"image://smb%3a%2f%2fnas%2fpeople%2ffroehlich.jpg/")),
							new Streams(List.of(new Streams.Audio("flac", "ger", 6), new Streams.Audio("aac", "", 2)),
									List.of(new Streams.Video("h264", 1.3636363744735718, 1440, 1056, 8930)),
									List.of(new Streams.Subtitle("eng"))),
							FILMS + "Metropolis (1927).mkv")));
		assertThat(this.player
			.getProperties(1, List.of("speed", "time", "totaltime", "percentage", "currentaudiostream", "subtitles"))
			.join())
			.isEqualTo(new PlayerProperties(1, 42.001121520996094, new Time(1, 2, 30, 703), LENGTH,
					new AudioTrack(0, "FLAC 5.1", "ger", "flac", 1_411_200, 6),
					List.of(new SubtitleTrack(0, "English", "eng"))));
	}

	@Test
	void throwsWhatIsWrongWithAParameter() {
		assertThatExceptionOfType(JsonRpcInvalidParamsException.class).isThrownBy(() -> this.player.setSpeed(1, 3))
			.satisfies((ex) -> assertThat(ex.errorMessage()).isEqualTo("Invalid params."))
			.satisfies((ex) -> assertThat(ex.dataAs(InvalidParam.class))
				.isEqualTo(new InvalidParam("Player.SetSpeed", new InvalidParam.Stack("speed", "integer",
						"Received value does not match any of the union type definitions"))));
	}

	@Test
	void fillsAPlaylist() {
		Kodi.Playlist playlist = this.clients.createClient(Kodi.Playlist.class);
		assertThat(playlist.getPlaylists()).containsExactly(new KodiData.Playlist(0, MediaType.AUDIO),
				new KodiData.Playlist(1, MediaType.VIDEO), new KodiData.Playlist(2, MediaType.PICTURE));
		assertThat(playlist.add(1, List.of(new PlaylistItem(7), new PlaylistItem(12)))).isEqualTo("OK");
		assertThat(playlist.getItems(1, List.of("title", "runtime"), new Limits(0, 2))).isEqualTo(new PlaylistItems(
				List.of(new Item(7, "movie", "Metropolis", "Metropolis", null, 8930, null, null, null, null),
						new Item(12, "movie", "Nosferatu", "Nosferatu", null, 5640, null, null, null, null)),
				new LimitsReturned(0, 2, 2)));
		playlist.clear(1);
	}

	@Test
	void readsAndChangesFilms() {
		MovieQuery query = new MovieQuery(List.of("year", "rating", "genre", "runtime", "playcount"), new Limits(0, 2),
				new Sort("year", "ascending"),
				Map.of("and", List.of(new Rule("year", "lessthan", "1930"), new Rule("playcount", "is", "0"))));
		assertThat(this.videos.getMovies(query)).isEqualTo(new Movies(
				List.of(film(12, "Nosferatu", 1922, 7.900000095367432, 5640, List.of("Horror")),
						film(7, "Metropolis", 1927, 8.3, 8930, List.of("Drama", "Science Fiction"))),
				new LimitsReturned(0, 2, 3)));
		assertThat(this.videos.getMovieDetails(12,
				List.of("title", "originaltitle", "director", "writer", "country", "plot", "set", "setid", "art",
						"resume", "dateadded")))
			.isEqualTo(new MovieDetails(new Movie(12, "Nosferatu", null, null, null, null, null,
					"Nosferatu, eine Symphonie des Grauens", List.of("F. W. Murnau"), List.of("Henrik Galeen"),
					List.of("Germany"),
					"An estate agent travels to a count who shuns the daylight.\n\nFilmed in Wismar and Lübeck.",
					Map.of("fanart", "image://smb%3a%2f%2fnas%2ffilms%2fnosferatu-fanart.jpg/", "poster",
							"image://smb%3a%2f%2fnas%2ffilms%2fnosferatu-poster.jpg/"),
					new Resume(1820.5, 5640), "2015-10-31 22:15:04")));
		assertThat(this.videos.setMovieDetails(12,
				new MovieUpdate(null, 1, "2015-11-01 00:02:41", List.of("silent", "seen"))))
			.isEqualTo("OK");
		assertThat(this.videos.getGenres("movie")).isEqualTo(
				new Genres(List.of(new Genre(2, "Drama"), new Genre(5, "Horror"), new Genre(3, "Science Fiction")),
						new LimitsReturned(0, 3, 3)));
		assertThat(this.videos.scan(FILMS).resultAs(String.class)).isEqualTo("OK");
	}

	@Test
	void readsSeries() {
		assertThat(this.videos.getTvShows(List.of("title", "episode", "watchedepisodes", "premiered"))).isEqualTo(
				new TvShows(List.of(new TvShow(4, "The Twilight Zone", "The Twilight Zone", 36, 2, "1959-10-02")),
						new LimitsReturned(0, 1, 1)));
		assertThat(this.videos.getSeasons(4, List.of("season", "episode", "showtitle"))).isEqualTo(new Seasons(
				List.of(new Season(9, 1, "Season 1", 36, "The Twilight Zone")), new LimitsReturned(0, 1, 1)));
		assertThat(this.videos.getEpisodes(4, 1, List.of("title", "episode", "firstaired", "writer", "uniqueid"),
				new Limits(0, 2)))
			.isEqualTo(
					new Episodes(
							List.of(new Episode(101, "1x01. Where Is Everybody?", "Where Is Everybody?", 1,
									"1959-10-02", List.of("Rod Serling"), Map.of("unknown", "12601")),
									new Episode(102, "1x02. One for the Angels", "One for the Angels", 2, "1959-10-09",
											List.of("Rod Serling"), Map.of("unknown", "12602"))),
							new LimitsReturned(0, 2, 36)));
	}

	@Test
	void readsFilesAndLabels() {
		Kodi.Files files = this.clients.createClient(Kodi.Files.class);
		assertThat(files.getSources("video"))
			.isEqualTo(new Sources(List.of(new Source("Films", FILMS)), new LimitsReturned(0, 1, 1)));
		assertThat(files.getDirectory(FILMS, "video", List.of("size", "mimetype"), new Sort("file", "descending")))
			.isEqualTo(new Directory(
					List.of(new DirectoryEntry("Nosferatu (1922).mkv", FILMS + "Nosferatu (1922).mkv", "file",
							"video/x-matroska", 4_831_838_208L),
							new DirectoryEntry("Extras", FILMS + "Extras/", "directory", "x-directory/normal", 0)),
					new LimitsReturned(0, 2, 2)));
		assertThat(this.clients.createClient(Kodi.Xbmc.class)
			.getInfoLabels(List.of("System.BuildVersion", "System.ScreenResolution")))
			.containsOnly(Map.entry("System.BuildVersion", "15.2 Git:02e7013"),
					Map.entry("System.ScreenResolution", "1920x1080@50.00Hz - Full Screen"));
	}

	@Test
	void answersNothingThatWasNotRecorded() {
		assertThatThrownBy(() -> this.player.playPause(1, true)).hasStackTraceContaining("Nothing is recorded for")
			.hasStackTraceContaining("Player.PlayPause");
	}

	@Test
	void everyRecordedAnswerIsRead() {
		asksAboutTheApi();
		controlsTheApplication();
		controlsThePlayer();
		readsWhatIsPlayed();
		throwsWhatIsWrongWithAParameter();
		fillsAPlaylist();
		readsAndChangesFilms();
		readsSeries();
		readsFilesAndLabels();
		assertThat(this.server.unused()).isEmpty();
		assertThat(this.server.methods()).hasSizeGreaterThanOrEqualTo(15);
	}

	private static Movie film(int id, String label, int year, double rating, int runtime, List<String> genre) {
		return new Movie(id, label, year, rating, runtime, 0, genre, null, null, null, null, null, null, null, null);
	}

}
