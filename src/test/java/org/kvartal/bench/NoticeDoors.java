package org.kvartal.bench;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** More of {@link BenchHouse}'s doors: for what people are told. */
@Configuration(proxyBeanMethods = false)
@Import(TellingTrial.class)
class NoticeDoors {

    @Bean
    RouterFunction<ServerResponse> noticeRoutes(TellingTrial telling) {
        return RouterFunctions.route()
                .POST(
                        BenchHouse.DOORS + "/followers",
                        request -> answer(telling.follow(request.body(TellingTrial.Order.class))))
                .POST(
                        BenchHouse.DOORS + "/digests",
                        request -> answer(telling.digests(request.body(TellingTrial.Order.class))))
                .build();
    }

    private static ServerResponse answer(Object body) {
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }
}
