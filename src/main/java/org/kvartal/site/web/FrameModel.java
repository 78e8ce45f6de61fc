package org.kvartal.site.web;

import java.util.List;
import java.util.function.BiConsumer;
import org.kvartal.kernel.House;
import org.kvartal.site.FootLinks;
import org.kvartal.site.FootLinks.FootLink;
import org.kvartal.site.SitePages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame of every public page needs beside the page itself. */
@ControllerAdvice
class FrameModel {

    private final House house;
    private final ObjectProvider<FootLinks> foot;

    FrameModel(House house, ObjectProvider<FootLinks> foot) {
        this.house = house;
        this.foot = foot;
    }

    @ModelAttribute
    void addTo(Model model) {
        fill(model::addAttribute);
    }

    void fill(BiConsumer<String, Object> model) {
        model.accept("house", house);
        model.accept("languages", house.languages());
        List<FootLink> links = links();
        model.accept("foot", links);
        model.accept("privacy", links.stream().anyMatch(link -> link.path().equals(SitePages.PRIVACY)));
    }

    /** Changes with what the frame shows, the house itself apart. */
    String version() {
        return links().toString();
    }

    private List<FootLink> links() {
        return house.inUse(foot).stream().flatMap(part -> part.links().stream()).toList();
    }
}
