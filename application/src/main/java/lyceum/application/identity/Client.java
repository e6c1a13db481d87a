package lyceum.application.identity;

/**
 * Where somebody signs in from.
 *
 * @param address of the network; of IPv6 the first 64 bits, for the rest is anybody's to choose
 * @param name what the device calls itself
 */
public record Client(String address, String name) {}
