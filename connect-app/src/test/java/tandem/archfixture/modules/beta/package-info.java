/** A seeded room that is looked into. */
package tandem.archfixture.modules.beta;
