import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { SendText } from './channels.ts';

const asText = (StringValue: string) => ({ DataType: 'String', StringValue });

/** Text messages by Amazon SNS, of the kind that goes ahead of advertising. */
export function snsText(client: SNSClient, sender: string): SendText {
  const MessageAttributes = {
    'AWS.SNS.SMS.SMSType': asText('Transactional'),
    ...(sender && { 'AWS.SNS.SMS.SenderID': asText(sender) }),
  };
  return async (PhoneNumber, Message) => {
    await client.send(new PublishCommand({ PhoneNumber, Message, MessageAttributes }));
  };
}
