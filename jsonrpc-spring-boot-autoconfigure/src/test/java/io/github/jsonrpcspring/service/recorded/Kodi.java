package io.github.jsonrpcspring.service.recorded;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.github.jsonrpcspring.protocol.JsonRpcResponse;
import io.github.jsonrpcspring.service.JsonRpcClient;
import io.github.jsonrpcspring.service.JsonRpcMethod;
import io.github.jsonrpcspring.service.JsonRpcParam;
import io.github.jsonrpcspring.service.JsonRpcParamsStyle;
import io.github.jsonrpcspring.service.recorded.KodiData.ActivePlayer;
import io.github.jsonrpcspring.service.recorded.KodiData.ApiVersion;
import io.github.jsonrpcspring.service.recorded.KodiData.ApplicationProperties;
import io.github.jsonrpcspring.service.recorded.KodiData.CurrentItem;
import io.github.jsonrpcspring.service.recorded.KodiData.Limits;
import io.github.jsonrpcspring.service.recorded.KodiData.MovieQuery;
import io.github.jsonrpcspring.service.recorded.KodiData.MovieUpdate;
import io.github.jsonrpcspring.service.recorded.KodiData.PlayOptions;
import io.github.jsonrpcspring.service.recorded.KodiData.PlayerProperties;
import io.github.jsonrpcspring.service.recorded.KodiData.PlaylistItem;
import io.github.jsonrpcspring.service.recorded.KodiData.PlaylistItems;
import io.github.jsonrpcspring.service.recorded.KodiData.Position;
import io.github.jsonrpcspring.service.recorded.KodiData.SeekTarget;
import io.github.jsonrpcspring.service.recorded.KodiData.Sort;
import io.github.jsonrpcspring.service.recorded.KodiData.Speed;
import io.github.jsonrpcspring.service.recorded.KodiLibrary.Directory;
import io.github.jsonrpcspring.service.recorded.KodiLibrary.Episodes;
import io.github.jsonrpcspring.service.recorded.KodiLibrary.Genres;
import io.github.jsonrpcspring.service.recorded.KodiLibrary.MovieDetails;
import io.github.jsonrpcspring.service.recorded.KodiLibrary.Movies;
import io.github.jsonrpcspring.service.recorded.KodiLibrary.Seasons;
import io.github.jsonrpcspring.service.recorded.KodiLibrary.Sources;
import io.github.jsonrpcspring.service.recorded.KodiLibrary.TvShows;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The methods of the Kodi media centre, an interface for each namespace, with named
 * params.
 */
final class Kodi {

	private Kodi() {
	}

	/**
	 * The methods about the API itself.
	 */
	@JsonRpcClient(value = "kodi", prefix = "JSONRPC.", params = JsonRpcParamsStyle.NAMED)
	interface Api {

		@JsonRpcMethod("Ping")
		String ping();

		@JsonRpcMethod("Version")
		ApiVersion version();

		@JsonRpcMethod("Permission")
		Map<String, Boolean> permission();

	}

	/**
	 * The methods about the application.
	 */
	@JsonRpcClient(value = "kodi", prefix = "Application.", params = JsonRpcParamsStyle.NAMED)
	interface Application {

		@JsonRpcMethod("GetProperties")
		ApplicationProperties getProperties(@JsonRpcParam("properties") List<String> properties);

		@JsonRpcMethod("SetVolume")
		int setVolume(@JsonRpcParam("volume") int percent);

		@JsonRpcMethod("SetMute")
		boolean setMute(@JsonRpcParam("mute") String mute);

	}

	/**
	 * The methods about what is played.
	 */
	@JsonRpcClient(value = "kodi", prefix = "Player.", params = JsonRpcParamsStyle.NAMED)
	interface Player {

		@JsonRpcMethod("Open")
		String open(@JsonRpcParam("item") PlaylistItem item, @JsonRpcParam("options") PlayOptions options);

		@JsonRpcMethod("GetActivePlayers")
		Flux<ActivePlayer> getActivePlayers();

		@JsonRpcMethod("GetItem")
		Mono<CurrentItem> getItem(@JsonRpcParam("playerid") int player,
				@JsonRpcParam("properties") List<String> properties);

		@JsonRpcMethod("GetProperties")
		CompletableFuture<PlayerProperties> getProperties(@JsonRpcParam("playerid") int player,
				@JsonRpcParam("properties") List<String> properties);

		@JsonRpcMethod("PlayPause")
		Speed playPause(@JsonRpcParam("playerid") int player, @JsonRpcParam("play") boolean play);

		@JsonRpcMethod("Seek")
		Position seek(@JsonRpcParam("playerid") int player, @JsonRpcParam("value") SeekTarget target);

		@JsonRpcMethod("SetSpeed")
		Speed setSpeed(@JsonRpcParam("playerid") int player, @JsonRpcParam("speed") int speed);

		@JsonRpcMethod("Stop")
		void stop(@JsonRpcParam("playerid") int player);

	}

	/**
	 * The methods about playlists.
	 */
	@JsonRpcClient(value = "kodi", prefix = "Playlist.", params = JsonRpcParamsStyle.NAMED)
	interface Playlist {

		@JsonRpcMethod("GetPlaylists")
		List<KodiData.Playlist> getPlaylists();

		@JsonRpcMethod("Add")
		String add(@JsonRpcParam("playlistid") int playlist, @JsonRpcParam("item") List<PlaylistItem> items);

		@JsonRpcMethod("GetItems")
		PlaylistItems getItems(@JsonRpcParam("playlistid") int playlist,
				@JsonRpcParam("properties") List<String> properties, @JsonRpcParam("limits") Limits limits);

		@JsonRpcMethod("Clear")
		void clear(@JsonRpcParam("playlistid") int playlist);

	}

	/**
	 * The methods about films and series.
	 */
	@JsonRpcClient(value = "kodi", prefix = "VideoLibrary.", params = JsonRpcParamsStyle.NAMED)
	interface VideoLibrary {

		@JsonRpcMethod("GetMovies")
		Movies getMovies(@JsonRpcParam(spread = true) MovieQuery query);

		@JsonRpcMethod("GetMovieDetails")
		MovieDetails getMovieDetails(@JsonRpcParam("movieid") int movie,
				@JsonRpcParam("properties") List<String> properties);

		@JsonRpcMethod("SetMovieDetails")
		String setMovieDetails(@JsonRpcParam("movieid") int movie, @JsonRpcParam(spread = true) MovieUpdate update);

		@JsonRpcMethod("GetTVShows")
		TvShows getTvShows(@JsonRpcParam("properties") List<String> properties);

		@JsonRpcMethod("GetSeasons")
		Seasons getSeasons(@JsonRpcParam("tvshowid") int show, @JsonRpcParam("properties") List<String> properties);

		@JsonRpcMethod("GetEpisodes")
		Episodes getEpisodes(@JsonRpcParam("tvshowid") int show, @JsonRpcParam("season") int season,
				@JsonRpcParam("properties") List<String> properties, @JsonRpcParam("limits") Limits limits);

		@JsonRpcMethod("GetGenres")
		Genres getGenres(@JsonRpcParam("type") String type);

		@JsonRpcMethod("Scan")
		JsonRpcResponse scan(@JsonRpcParam("directory") String directory);

	}

	/**
	 * The methods about files.
	 */
	@JsonRpcClient(value = "kodi", prefix = "Files.", params = JsonRpcParamsStyle.NAMED)
	interface Files {

		@JsonRpcMethod("GetSources")
		Sources getSources(@JsonRpcParam("media") String media);

		@JsonRpcMethod("GetDirectory")
		Directory getDirectory(@JsonRpcParam("directory") String directory, @JsonRpcParam("media") String media,
				@JsonRpcParam("properties") List<String> properties, @JsonRpcParam("sort") Sort sort);

	}

	/**
	 * The methods that have no other namespace.
	 */
	@JsonRpcClient(value = "kodi", prefix = "XBMC.", params = JsonRpcParamsStyle.NAMED)
	interface Xbmc {

		@JsonRpcMethod("GetInfoLabels")
		Map<String, String> getInfoLabels(@JsonRpcParam("labels") List<String> labels);

	}

}
