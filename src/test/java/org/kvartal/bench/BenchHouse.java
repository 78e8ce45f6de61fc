package org.kvartal.bench;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.kvartal.Kvartal;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Grants;
import org.kvartal.alliance.Catalogues;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.Entries;
import org.kvartal.alliance.EntryDesk;
import org.kvartal.discussions.Conversations;
import org.kvartal.discussions.Conversations.NewPost;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.ThreadId;
import org.kvartal.discussions.Threads;
import org.kvartal.files.Files;
import org.kvartal.imports.Imports;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Members;
import org.kvartal.membership.Places;
import org.kvartal.membership.Sectors;
import org.kvartal.search.Search;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The real program, in a process of its own, with a few doors for whoever measures it: fill the house, write posts, count again.
 * The doors exist only here; the program that people run has none of them.
 */
@Import({RoomDoors.class, SeminarDoors.class, MissionDoors.class, TalkDoors.class, KeepDoors.class, NoticeDoors.class})
final class BenchHouse {

    /** Where the doors are. */
    static final String DOORS = "/bench";

    public static void main(String[] args) {
        SpringApplication house = new SpringApplication(Kvartal.class, BenchHouse.class);
        house.run(args);
    }

    @Bean
    @Order(0)
    SecurityFilterChain benchDoors(HttpSecurity http) {
        return http.securityMatcher(DOORS + "/**")
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> benchRoutes(
            Conversations conversations,
            Threads threads,
            Arrivals arrivals,
            Grants grants,
            Imports imports,
            JdbcClient jdbc,
            Environment settings,
            Printing printing,
            DirectoryFilling listing,
            AdvocacyFilling advocacy,
            Members members,
            SearchTrial finding) {
        Filling filling = new Filling(conversations, threads, arrivals);
        WritingTrial writing = new WritingTrial(conversations, settings);
        Recount recount = new Recount(jdbc);
        Importing importing = new Importing(imports, arrivals, grants);
        MembersListing house = new MembersListing(importing, members);
        return RouterFunctions.route()
                .GET(
                        DOORS + "/constant",
                        request ->
                                constant(Integer.parseInt(request.param("bytes").orElseThrow())))
                .POST(DOORS + "/fill", request -> answer(filling.fill(request.body(Filling.Order.class))))
                .POST(DOORS + "/list", request -> answer(listing.fill(request.body(DirectoryFilling.Order.class))))
                .POST(DOORS + "/advocacy", request -> answer(advocacy.fill(request.body(AdvocacyFilling.Order.class))))
                .POST(DOORS + "/write", request -> answer(writing.write(request.body(WritingTrial.Order.class))))
                .POST(DOORS + "/recount", request -> answer(recount.of(request.body(Recount.Claim.class))))
                .POST(DOORS + "/post", request -> {
                    Said said = request.body(Said.class);
                    return answer(conversations.post(
                            Asker.of(said.author()),
                            new NewPost(said.post(), said.thread(), said.text(), Language.EN, null)));
                })
                .POST(DOORS + "/print", request -> answer(printing.print(request.body(Printing.Order.class))))
                .POST(DOORS + "/import", request -> answer(importing.run(request.body(Importing.Order.class))))
                .POST(DOORS + "/members", request -> answer(house.measure(request.body(MembersListing.Order.class))))
                .POST(DOORS + "/find", request -> answer(finding.measure(request.body(SearchTrial.Order.class))))
                .POST(DOORS + "/heap", _ -> answer(liveBytes()))
                .build();
    }

    @Bean
    DirectoryFilling directoryFilling(
            Entries entries, Directory directory, Sectors sectors, Places places, TransactionOperations together) {
        return new DirectoryFilling(entries, directory, sectors, places, together);
    }

    @Bean
    SearchTrial searchTrial(
            Conversations conversations, Arrivals arrivals, Grants grants, Search search, JdbcClient jdbc) {
        return new SearchTrial(conversations, arrivals, grants, search, jdbc);
    }

    @Bean
    AdvocacyFilling advocacyFilling(
            Entries entries, JdbcClient jdbc, TransactionOperations together, Environment settings) {
        return new AdvocacyFilling(entries, jdbc, together, settings);
    }

    @Bean
    Printing printing(
            Entries entries,
            EntryDesk desk,
            Directory directory,
            Catalogues catalogues,
            Files files,
            Arrivals arrivals,
            Grants grants,
            Sectors sectors,
            Places places) {
        return new Printing(entries, desk, directory, catalogues, files, arrivals, grants, sectors, places);
    }

    /** What one client says in a crash trial; the client makes the id. */
    record Said(PersonId author, PostId post, ThreadId thread, String text) {}

    private static ServerResponse answer(Object body) {
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }

    /** The least that this server can do for a page of that weight. */
    private static ServerResponse constant(int bytes) {
        byte[] page = new byte[bytes];
        Arrays.fill(page, (byte) 'x');
        byte[] head = "<!doctype html><title>constant</title>".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, page, 0, Math.min(head.length, bytes));
        return ServerResponse.ok().contentType(MediaType.TEXT_HTML).body(page);
    }

    /** The bytes of objects that are still alive after three collections. */
    static long liveBytes() {
        for (int collection = 0; collection < 3; collection++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
