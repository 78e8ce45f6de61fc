package org.kvartal.bench;

import java.lang.management.ManagementFactory;
import org.kvartal.forum.BallotId;
import org.kvartal.forum.SessionId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** More of {@link BenchHouse}'s doors: for a session that runs. What people do in it goes through its pages. */
@Configuration(proxyBeanMethods = false)
@Import({Gathering.class, RoomCount.class})
class RoomDoors {

    private static final String ROOM = BenchHouse.DOORS + "/room/";

    @Bean
    RouterFunction<ServerResponse> roomRoutes(Gathering gathering, RoomCount count) {
        return RouterFunctions.route()
                .POST(ROOM + "gather", request -> answer(gathering.gather(request.body(Gathering.Order.class))))
                .POST(ROOM + "picture", request -> answer(gathering.picture(request.body(Gathering.Desk.class))))
                .POST(ROOM + "ask", request -> answer(gathering.ask(request.body(Gathering.Desk.class))))
                .POST(ROOM + "close", request -> answer(gathering.close(request.body(Gathering.Closing.class))))
                .POST(ROOM + "count", request -> answer(count.count(request.body(RoomCount.Question.class))))
                .POST(ROOM + "joined", request -> answer(count.joined(request.body(BallotId.class))))
                .POST(ROOM + "traces", request -> answer(count.traces(request.body(BallotId.class))))
                .POST(ROOM + "spoken", request -> answer(count.spoken(request.body(SessionId.class))))
                .POST(BenchHouse.DOORS + "/cpu", _ -> answer(cpuSeconds()))
                .build();
    }

    private static ServerResponse answer(Object body) {
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }

    /** What this process has taken of the processors since it began. */
    static double cpuSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }
}
