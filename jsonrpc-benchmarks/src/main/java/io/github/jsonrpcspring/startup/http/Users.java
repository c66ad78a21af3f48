package io.github.jsonrpcspring.startup.http;

import org.springframework.stereotype.Component;

/**
 * Ten beans that all interfaces are injected into.
 */
final class Users {

	private Users() {
	}

	@Component
	record User01(Remotes1.Remote01 r1, Remotes1.Remote02 r2, Remotes1.Remote03 r3, Remotes1.Remote04 r4,
			Remotes1.Remote05 r5) {

	}

	@Component
	record User02(Remotes1.Remote06 r1, Remotes1.Remote07 r2, Remotes1.Remote08 r3, Remotes1.Remote09 r4,
			Remotes1.Remote10 r5) {

	}

	@Component
	record User03(Remotes2.Remote11 r1, Remotes2.Remote12 r2, Remotes2.Remote13 r3, Remotes2.Remote14 r4,
			Remotes2.Remote15 r5) {

	}

	@Component
	record User04(Remotes2.Remote16 r1, Remotes2.Remote17 r2, Remotes2.Remote18 r3, Remotes2.Remote19 r4,
			Remotes2.Remote20 r5) {

	}

	@Component
	record User05(Remotes3.Remote21 r1, Remotes3.Remote22 r2, Remotes3.Remote23 r3, Remotes3.Remote24 r4,
			Remotes3.Remote25 r5) {

	}

	@Component
	record User06(Remotes3.Remote26 r1, Remotes3.Remote27 r2, Remotes3.Remote28 r3, Remotes3.Remote29 r4,
			Remotes3.Remote30 r5) {

	}

	@Component
	record User07(Remotes4.Remote31 r1, Remotes4.Remote32 r2, Remotes4.Remote33 r3, Remotes4.Remote34 r4,
			Remotes4.Remote35 r5) {

	}

	@Component
	record User08(Remotes4.Remote36 r1, Remotes4.Remote37 r2, Remotes4.Remote38 r3, Remotes4.Remote39 r4,
			Remotes4.Remote40 r5) {

	}

	@Component
	record User09(Remotes5.Remote41 r1, Remotes5.Remote42 r2, Remotes5.Remote43 r3, Remotes5.Remote44 r4,
			Remotes5.Remote45 r5) {

	}

	@Component
	record User10(Remotes5.Remote46 r1, Remotes5.Remote47 r2, Remotes5.Remote48 r3, Remotes5.Remote49 r4,
			Remotes5.Remote50 r5) {

	}

}
