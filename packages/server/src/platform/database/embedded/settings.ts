import { totalmem } from 'node:os'

/** Connections the cluster admits: three servers of a full pool, the command line, and those kept for supervision. */
const MAX_CONNECTIONS = 60

const MB = 1024 * 1024
/** Pages kept in memory: an eighth of the machine's, of which only what is read is taken. */
const sharedMb = (total: number) => Math.min(1_024, Math.max(128, Math.floor(total / MB / 8)))

type Places = { readonly socket: string; readonly log: string }

/** How the embedded PostgreSQL runs: durable, modest in memory, reached by nothing but its socket, silent about content. */
export const settings = ({ socket, log }: Places): Record<string, string> => ({
  listen_addresses: '',
  unix_socket_directories: `"${socket.replaceAll('"', '""')}"`,
  unix_socket_permissions: '0700',
  max_connections: String(MAX_CONNECTIONS),
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: `${sharedMb(totalmem())}MB`,
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: `${Math.max(1_024, Math.floor(totalmem() / MB / 2))}MB`,
  random_page_cost: '1.1',
  max_wal_senders: '0',
  max_wal_size: '2GB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'on',
  log_directory: log,
  log_filename: 'postgresql-%a.log',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'on',
  log_line_prefix: '%m [%p] %a ',
  // values of rows stand in DETAIL and in statements: neither is written
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
})

/** The settings as arguments of `postgres`. */
export const settingArguments = (places: Places): string[] =>
  Object.entries(settings(places)).flatMap(([name, value]) => ['-c', `${name}=${value}`])
