/**
 * Services that are spread over several queues: calls, changes of the number, and what they leave.
 */
package io.callbox.shards;
