package org.kvartal.accounts.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A browser without scripts: keeps cookies, follows nothing by itself, sends forms as a page of the house would. */
public final class Browser {

    private static final String AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private final String house;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public Browser(int port) {
        this.house = "http://localhost:" + port;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(house + path)).GET(), headers);
    }

    /** Sends a form from a page of the house. */
    public HttpResponse<String> post(String path, String... fields) {
        return postFrom("same-origin", path, fields);
    }

    /** Sends a form that says it comes from there. */
    public HttpResponse<String> postFrom(String site, String path, String... fields) {
        return send(form(path, fields), "Sec-Fetch-Site", site);
    }

    /** Sends a form with headers of one's own. */
    public HttpResponse<String> postWith(List<String> headers, String path, String... fields) {
        return send(form(path, fields), headers.toArray(String[]::new));
    }

    /** Sends a form with a file in it, as browsers do; the file's name as it is, quotes and line ends encoded. */
    public HttpResponse<String> upload(String path, String field, String name, byte[] content, String... fields) {
        String boundary = "----WebKitFormBoundary7MA4YWxkTrZu0gW";
        var body = new ByteArrayOutputStream();
        for (int i = 0; i < fields.length; i += 2) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + fields[i] + "\"\r\n\r\n"
                            + fields[i + 1] + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        String sent = name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                        + sent + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                HttpRequest.newBuilder(URI.create(house + path))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())),
                "Sec-Fetch-Site",
                "same-origin");
    }

    public Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    /** Has the value of a cookie put into this browser by somebody else. */
    public void plant(String name, String value, String path) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath(path);
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(house), cookie);
    }

    public void forgetCookie(String name) {
        cookie(name).ifPresent(found -> cookies.getCookieStore().remove(URI.create(house), found));
    }

    private HttpRequest.Builder form(String path, String... fields) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return HttpRequest.newBuilder(URI.create(house + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", pairs)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        request.header("User-Agent", AGENT).header("Accept", "text/html");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
