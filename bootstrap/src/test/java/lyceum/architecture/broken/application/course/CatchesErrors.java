package lyceum.architecture.broken.application.course;

record CatchesErrors(Runnable task) {

    boolean works() {
        try {
            task.run();
            return true;
        } catch (Throwable whatever) {
            return false;
        }
    }
}
