import { strToU8 } from 'fflate';

/**
 * Words that flows are likely to hold, each ended as `ByteWriter` ends texts, the likeliest last: deflate
 * reaches near words with fewer bits. Part of link version 1 and never to be changed under it; a better one
 * makes version 2.
 */
const words = [
  '{"status":"',
  '{"id":"',
  '{"orderId":"',
  '{"customer":"',
  '{"amount":',
  '{"price":',
  '{"quantity":1}',
  '{"total":100}',
  'What happens when the consumer is slower than the publisher?',
  'Turn one number and see what changes: ',
  'warehouse inventory delivery address customer account balance',
  'retries with back-off and a dead-letter queue',
  'The caller waits until every subscriber is done.',
  'Each subscriber gets its own copy of every event.',
  'sensor|device|telemetry|temperature|alarm|gateway',
  'ticket|booking|reservation|seat|flight|hotel|supplier',
  'deposit|withdraw|transfer|ledger|balance|invoice',
  'user-|customer-|device-|account-|message-|payment-|item-|key-|case-',
  'publisher|subscriber|consumer|producer|broker|topic|queue|worker|service|handler|store',
  'orders.placed\0orders.*\0orders.>\0payments.*\0payment.failed\0orders.#\0orders/+\0events.>\0audit.>',
  'CustomerRegistered\0UserSignedUp\0AccountOpened\0SensorRead\0AlarmRaised\0MessageSent\0',
  'QuoteRequested\0QuoteReceived\0TicketBooked\0ItemAdded\0CartCheckedOut\0BalanceChanged\0',
  'Sensor\0Gateway\0Dashboard\0Telemetry\0Alerts\0Clock\0Timer\0User\0Customer\0Client\0Mobile app\0Website\0',
  'Supplier A\0Supplier B\0Partition 1\0Partition 2\0Partition 3\0Worker 1\0Worker 2\0Consumer 1\0Consumer 2\0',
  'Outbox\0Saga\0Orchestrator\0Router\0Filter\0Aggregator\0Scheduler\0Cache\0Database\0Ledger\0Account\0Order book\0',
  'Reporting\0Recommendations\0Loyalty points\0Search index\0Metrics\0Logging\0Pricing\0Quote price\0Refunds\0Returns\0',
  'PaymentRequested\0PaymentAuthorised\0PaymentAuthorized\0PaymentDeclined\0RefundIssued\0InvoiceSent\0InvoiceCreated\0',
  'StockReserved\0StockReleased\0OutOfStock\0ItemPicked\0OrderPacked\0ShipmentCreated\0ParcelShipped\0OrderShipped\0',
  'OrderCancelled\0OrderConfirmed\0OrderCompleted\0OrderDelivered\0OrderRejected\0FraudSuspected\0EmailSent\0',
  'Retry queue\0Failed\0Dead letters\0Dead-letter queue\0Notifications\0Commands\0Events\0Requests\0Replies\0Topic\0Queue\0',
  'Audit log\0Audit\0Fraud check\0Analytics\0Notification service\0Notify customer\0Send e-mail\0E-mail\0Email\0SMS\0',
  'Invoicing\0Invoices\0Billing\0Charge card\0Payment service\0Payments\0Payment\0Inventory\0Stock\0Reserve stock\0Warehouse\0',
  'Ship order\0Shipping\0Delivery\0Read model\0Order view\0Order store\0Orders DB\0Checkout\0Web shop\0Shop\0Storefront\0',
  'placed\0paid\0shipped\0Event\0PaymentReceived\0PaymentFailed\0PaymentCompleted\0OrderPaid\0OrderPlaced\0order-placed\0',
  'Order bus\0Order events\0Order service\0Order flow\0Orders\0orders\0',
];

/** The preset dictionary of link version 1. */
export const linkDictionary: Uint8Array = strToU8(words.join(''));
