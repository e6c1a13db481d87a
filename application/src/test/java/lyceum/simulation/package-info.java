/**
 * The caching policy, unchanged, in a world of its own: several instances, a shared tier, a store, a network and their
 * clocks, all driven by one seed, with everything that can go wrong going wrong. See {@link lyceum.simulation.SimulationTest}.
 */
@NullMarked
package lyceum.simulation;

import org.jspecify.annotations.NullMarked;
