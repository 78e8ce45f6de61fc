package org.kvartal.alliance.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How long browsers keep the files of the maps. */
@Configuration(proxyBeanMethods = false)
class AllianceFiles implements WebMvcConfigurer {

    /** Leaflet, as its WebJar holds it; the version is part of the address. */
    static final String LEAFLET = "/webjars/leaflet/1.9.4/dist";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(LEAFLET + "/**")
                .addResourceLocations("classpath:/META-INF/resources" + LEAFLET + "/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/alliance/**")
                .addResourceLocations("classpath:/META-INF/resources/alliance/")
                .setCacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic());
    }
}
