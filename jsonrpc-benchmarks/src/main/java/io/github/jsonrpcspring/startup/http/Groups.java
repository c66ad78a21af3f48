package io.github.jsonrpcspring.startup.http;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * A group for each server, each with two or three interfaces.
 */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "c01", clientType = ClientType.WEB_CLIENT,
		types = { Remotes1.Remote01.class, Remotes3.Remote21.class, Remotes5.Remote41.class })
@ImportHttpServices(group = "c02", clientType = ClientType.WEB_CLIENT,
		types = { Remotes1.Remote02.class, Remotes3.Remote22.class, Remotes5.Remote42.class })
@ImportHttpServices(group = "c03", clientType = ClientType.WEB_CLIENT,
		types = { Remotes1.Remote03.class, Remotes3.Remote23.class, Remotes5.Remote43.class })
@ImportHttpServices(group = "c04", clientType = ClientType.WEB_CLIENT,
		types = { Remotes1.Remote04.class, Remotes3.Remote24.class, Remotes5.Remote44.class })
@ImportHttpServices(group = "c05", clientType = ClientType.WEB_CLIENT,
		types = { Remotes1.Remote05.class, Remotes3.Remote25.class, Remotes5.Remote45.class })
@ImportHttpServices(group = "c06", clientType = ClientType.WEB_CLIENT,
		types = { Remotes1.Remote06.class, Remotes3.Remote26.class, Remotes5.Remote46.class })
@ImportHttpServices(group = "c07", clientType = ClientType.WEB_CLIENT,
		types = { Remotes1.Remote07.class, Remotes3.Remote27.class, Remotes5.Remote47.class })
@ImportHttpServices(group = "c08", clientType = ClientType.WEB_CLIENT,
		types = { Remotes1.Remote08.class, Remotes3.Remote28.class, Remotes5.Remote48.class })
@ImportHttpServices(group = "c09", clientType = ClientType.WEB_CLIENT,
		types = { Remotes1.Remote09.class, Remotes3.Remote29.class, Remotes5.Remote49.class })
@ImportHttpServices(group = "c10", clientType = ClientType.WEB_CLIENT,
		types = { Remotes1.Remote10.class, Remotes3.Remote30.class, Remotes5.Remote50.class })
@ImportHttpServices(group = "c11", clientType = ClientType.WEB_CLIENT,
		types = { Remotes2.Remote11.class, Remotes4.Remote31.class })
@ImportHttpServices(group = "c12", clientType = ClientType.WEB_CLIENT,
		types = { Remotes2.Remote12.class, Remotes4.Remote32.class })
@ImportHttpServices(group = "c13", clientType = ClientType.WEB_CLIENT,
		types = { Remotes2.Remote13.class, Remotes4.Remote33.class })
@ImportHttpServices(group = "c14", clientType = ClientType.WEB_CLIENT,
		types = { Remotes2.Remote14.class, Remotes4.Remote34.class })
@ImportHttpServices(group = "c15", clientType = ClientType.WEB_CLIENT,
		types = { Remotes2.Remote15.class, Remotes4.Remote35.class })
@ImportHttpServices(group = "c16", clientType = ClientType.WEB_CLIENT,
		types = { Remotes2.Remote16.class, Remotes4.Remote36.class })
@ImportHttpServices(group = "c17", clientType = ClientType.WEB_CLIENT,
		types = { Remotes2.Remote17.class, Remotes4.Remote37.class })
@ImportHttpServices(group = "c18", clientType = ClientType.WEB_CLIENT,
		types = { Remotes2.Remote18.class, Remotes4.Remote38.class })
@ImportHttpServices(group = "c19", clientType = ClientType.WEB_CLIENT,
		types = { Remotes2.Remote19.class, Remotes4.Remote39.class })
@ImportHttpServices(group = "c20", clientType = ClientType.WEB_CLIENT,
		types = { Remotes2.Remote20.class, Remotes4.Remote40.class })
class Groups {

}
