package io.github.jsonrpcspring.startup;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Map;

import com.sun.management.OperatingSystemMXBean;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;

/**
 * Starts an application, and prints how long it took.
 *
 * @since 0.1.0
 */
public final class Readiness implements ApplicationListener<SpringApplicationEvent> {

	private static final long NANOS_PER_MILLI = 1_000_000;

	private long prepared;

	private long refresh;

	private Readiness() {
	}

	/**
	 * Start an application, print its milliseconds from the start of the JVM until it is
	 * ready with its other {@link StartTimes times}, and end the JVM.
	 * @param application the class of the application
	 * @param configuration the name of its configuration file
	 */
	public static void report(Class<?> application, String configuration) {
		SpringApplication spring = new SpringApplication(application);
		spring.addListeners(new Readiness());
		spring.setDefaultProperties(
				Map.of("spring.config.location", "classpath:/startup/", "spring.config.name", configuration));
		System.exit(SpringApplication.exit(spring.run()));
	}

	@Override
	public void onApplicationEvent(SpringApplicationEvent event) {
		if (event instanceof ApplicationPreparedEvent) {
			this.prepared = System.nanoTime();
		}
		else if (event instanceof ApplicationStartedEvent) {
			this.refresh = (System.nanoTime() - this.prepared) / NANOS_PER_MILLI;
		}
		else if (event instanceof ApplicationReadyEvent) {
			long ready = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
			long cpu = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
			PrintStream output = System.out;
			output.println(new StartTimes(ready, this.refresh, cpu / NANOS_PER_MILLI).toLine());
		}
	}

}
