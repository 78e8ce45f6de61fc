package org.kvartal.bench;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** More of {@link BenchHouse}'s doors: for threads of many years. */
@Configuration(proxyBeanMethods = false)
@Import({TalkFilling.class, TalkReading.class})
class TalkDoors {

    @Bean
    RouterFunction<ServerResponse> talkRoutes(TalkReading reading) {
        return RouterFunctions.route()
                .POST(
                        BenchHouse.DOORS + "/talk/fill",
                        request -> answer(reading.fill(request.body(TalkFilling.Order.class))))
                .POST(
                        BenchHouse.DOORS + "/talk/read",
                        request -> answer(reading.read(request.body(TalkReading.Question.class))))
                .build();
    }

    private static ServerResponse answer(Object body) {
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }
}
