import { definePlatformType, type Implementation } from '../../../declarations/define';
import { NotModeled } from '../../../values/not-modeled';

function notModeled(method: string): Implementation {
  return () => {
    throw new NotModeled(`Network.${method}`);
  };
}

/** The local org has no Experience Cloud sites, so its users are never in one. */
definePlatformType({
  namespace: 'System',
  name: 'Network',
  kind: 'class',
  documentation: 'Network Class, Apex Reference Guide',
  members: {
    'static String getNetworkId()': () => null,
    'static String getLoginUrl(String networkId)': notModeled('getLoginUrl'),
    'static String getLogoutUrl(String networkId)': notModeled('getLogoutUrl'),
    'static String getSelfRegUrl(String networkId)': notModeled('getSelfRegUrl')
  }
});
