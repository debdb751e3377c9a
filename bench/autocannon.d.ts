// What the bench uses of autocannon 9, which brings no types of its own.
declare module 'autocannon' {
  type Asked = { method?: string; path?: string; headers?: Record<string, string>; body?: string };
  type Options = {
    url: string;
    amount: number;
    connections: number;
    /** Seconds. */
    timeout: number;
    requests: (Asked & { setupRequest?: (request: Asked) => Asked; onResponse?: (status: number) => void })[];
  };
  type Result = { requests: { total: number }; errors: number; timeouts: number; duration: number };
  export default function autocannon(options: Options): Promise<Result>;
}
