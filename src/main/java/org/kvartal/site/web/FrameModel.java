package org.kvartal.site.web;

import java.util.function.BiConsumer;
import org.kvartal.kernel.House;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame of every public page needs beside the page itself. */
@ControllerAdvice
class FrameModel {

    private final House house;

    FrameModel(House house) {
        this.house = house;
    }

    @ModelAttribute
    void addTo(Model model) {
        fill(model::addAttribute);
    }

    void fill(BiConsumer<String, Object> model) {
        model.accept("house", house);
        model.accept("languages", house.languages());
    }
}
