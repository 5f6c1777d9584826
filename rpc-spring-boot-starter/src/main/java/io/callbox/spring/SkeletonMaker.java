package io.callbox.spring;

import io.callbox.rpc.ServiceSkeleton;

/** Makes the skeleton of a bean. */
interface SkeletonMaker {

  /**
   * Returns a skeleton that serves this bean.
   *
   * @param bean implements the contract's interface
   */
  ServiceSkeleton make(Contract contract, Object bean);
}
