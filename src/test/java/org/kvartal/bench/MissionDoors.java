package org.kvartal.bench;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** More of {@link BenchHouse}'s doors: for projects and missions. */
@Configuration(proxyBeanMethods = false)
@Import({MissionFilling.class, MissionReading.class})
class MissionDoors {

    @Bean
    RouterFunction<ServerResponse> missionRoutes(MissionReading reading) {
        return RouterFunctions.route()
                .POST(
                        BenchHouse.DOORS + "/missions/fill",
                        request -> answer(reading.fill(request.body(MissionFilling.Order.class))))
                .POST(
                        BenchHouse.DOORS + "/missions/read",
                        request -> answer(reading.read(request.body(MissionReading.Question.class))))
                .build();
    }

    private static ServerResponse answer(Object body) {
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }
}
