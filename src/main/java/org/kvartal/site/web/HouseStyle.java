package org.kvartal.site.web;

import java.time.Duration;
import org.kvartal.kernel.Accent;
import org.kvartal.kernel.House;
import org.kvartal.site.SitePages;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The house's colour as a style sheet: pages name it with the house's version, so that browsers keep it until the colour changes. */
@RestController
class HouseStyle {

    private final House house;

    HouseStyle(House house) {
        this.house = house;
    }

    @GetMapping(path = SitePages.STYLE, produces = "text/css;charset=UTF-8")
    ResponseEntity<String> show() {
        Accent accent = house.accent();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
                .body(accent == null ? "" : accent.style());
    }
}
