package org.kvartal.bench;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** More of {@link BenchHouse}'s doors: for seminars. */
@Configuration(proxyBeanMethods = false)
@Import({Classroom.class, SeatsTrial.class, CertificatesTrial.class})
class SeminarDoors {

    @Bean
    RouterFunction<ServerResponse> seminarRoutes(SeatsTrial seats, CertificatesTrial certificates) {
        return RouterFunctions.route()
                .POST(BenchHouse.DOORS + "/seats", request -> answer(seats.run(request.body(SeatsTrial.Order.class))))
                .POST(
                        BenchHouse.DOORS + "/certificates",
                        request -> answer(certificates.issue(request.body(CertificatesTrial.Order.class))))
                .build();
    }

    private static ServerResponse answer(Object body) {
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }
}
