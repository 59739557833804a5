package org.springframework.archfixture;

/** Stands for anything of Spring's. */
public final class Bean {}
