package org.kvartal.site.web;

import java.time.Duration;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Languages of the addresses, and how long browsers keep the look. */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration implements WebMvcConfigurer {

    private final House house;

    SiteConfiguration(House house) {
        this.house = house;
    }

    @Bean
    LocaleResolver localeResolver() {
        return new PathLanguage(house);
    }

    @Bean
    BarePaths barePaths(ObjectProvider<RequestMappingHandlerMapping> pages) {
        return new BarePaths(pages, house);
    }

    /** An address typed with a slash at the end is the same address. */
    @Bean
    UrlHandlerFilter slashes() {
        return UrlHandlerFilter.trailingSlashHandler("/en/**", "/ru/**", "/bg/**")
                .redirect(HttpStatus.PERMANENT_REDIRECT)
                .build();
    }

    /** What belongs to a module that is not in use answers as if it were not there. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new InUseOnly(house));
    }

    /** Lets a controller take {@code {language}} of its address as what it is. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(
                String.class,
                Language.class,
                code -> Language.of(code).filter(house.languages()::contains).orElseThrow(NotFound::new));
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // A font never changes under its name; a style sheet may with the next version of the house.
        registry.addResourceHandler("/look/fonts/**")
                .addResourceLocations("classpath:/META-INF/resources/look/fonts/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/look/**")
                .addResourceLocations("classpath:/META-INF/resources/look/")
                .setCacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic());
    }
}
