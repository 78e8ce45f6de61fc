package org.kvartal.advocacy.domain;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** What this module takes from the settings of the house. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdvocacySettings.class)
class AdvocacyConfiguration {}
