package io.callbox.spring;

import io.callbox.rpc.ServiceSkeleton;

/** How a bean is served. */
interface SkeletonMaker {

  /**
   * A skeleton that serves this bean.
   *
   * @param bean implements the contract's interface
   */
  ServiceSkeleton make(Contract contract, Object bean);
}
