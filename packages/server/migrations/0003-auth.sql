-- Who asks. The schema `auth` is better-auth's: its names of tables and columns, reached by the owner alone. What an
-- organisation knows of its people (members, invitations, names) stands beside, guarded by row-level security.

create schema auth;

create table auth."user" (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null,
  image text,
  "twoFactorEnabled" boolean,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);

create table auth.session (
  id text primary key,
  token text not null unique,
  "userId" text not null references auth."user" on delete cascade,
  "expiresAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  -- the organisation that requests of this session mean unless they name another
  organisation text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null
);
create index session_of_user on auth.session ("userId");

create table auth.account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null,
  unique ("providerId", "accountId")
);
create index account_of_user on auth.account ("userId");

create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verification_identifier on auth.verification (identifier);

create table auth."twoFactor" (
  id text primary key,
  secret text not null,
  "backupCodes" text not null,
  "userId" text not null references auth."user" on delete cascade,
  verified boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
create index two_factor_secret on auth."twoFactor" (secret);
create index two_factor_of_user on auth."twoFactor" ("userId");

create table auth."rateLimit" (
  id text primary key,
  key text not null unique,
  count integer not null,
  "lastRequest" bigint not null
);

-- A link that signs one person in, once. Only the SHA-256 of its token is kept.
create table auth.link (
  hash bytea primary key,
  user_id text not null references auth."user" on delete cascade,
  expires_at timestamptz not null
);

-- An invitation into an organisation: a link that can be accepted once.
create table invitation (
  org_id text not null references organisation,
  id text not null,
  hash bytea not null unique,
  name text not null,
  email text not null,
  roles text[] not null check (cardinality(roles) > 0),
  supplier_id text,
  invited_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, email),
  check (('supplier' = any (roles)) = (supplier_id is not null))
);

-- The records name who did what: a name stands for one person in an organisation, also after that person has left.
-- `folded` is the name as it is compared.
create table member_name (
  org_id text not null references organisation,
  folded text not null,
  user_id text not null,
  primary key (org_id, folded)
);

do $$
declare
  t text;
begin
  foreach t in array array['invitation', 'member_name']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own_organisation on %I using (org_id = (select current_org()))', t);
    execute format('create policy not_for_suppliers on %I as restrictive using ((select current_supplier()) is null)', t);
    execute format('grant select, insert, update, delete on %I to haixuan_app', t);
  end loop;
end
$$;

-- whose a key is
create index api_key_of_user on api_key (org_id, user_id, created_at desc, id);
