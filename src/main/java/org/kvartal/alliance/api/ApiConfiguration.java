package org.kvartal.alliance.api;

import org.kvartal.alliance.AlliancePages;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Pages of every site may read the data, without anybody's cookies, and no client too often. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OpenDataSettings.class)
class ApiConfiguration implements WebMvcConfigurer {

    private static final String[] ADDRESSES = {
        AlliancePages.API + "/**", OpenAnswers.DESCRIPTION, OpenAnswers.DESCRIPTION + ".yaml"
    };

    private final ApiPace pace;

    ApiConfiguration(ApiPace pace) {
        this.pace = pace;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(pace).addPathPatterns(ADDRESSES);
    }

    @Override
    public void addCorsMappings(CorsRegistry registry) {
        for (String addresses : ADDRESSES) {
            registry.addMapping(addresses)
                    .allowedOrigins("*")
                    .allowedMethods("GET", "HEAD")
                    .allowedHeaders(HttpHeaders.ACCEPT, HttpHeaders.IF_NONE_MATCH, HttpHeaders.ACCEPT_LANGUAGE)
                    .exposedHeaders(
                            HttpHeaders.ETAG, HttpHeaders.LINK, HttpHeaders.RETRY_AFTER, ApiPace.POLICY, ApiPace.LEFT)
                    .allowCredentials(false)
                    .maxAge(3600);
        }
    }
}
