/** The embedded PostgreSQL of the test run is started lazily by libs/ground/testing; nothing is needed here. */
module.exports = async () => {};
